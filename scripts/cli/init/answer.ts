import { TributaryError } from "../../../core/TributaryError.ts";
import type { Interview, Question } from "./Interview.ts";

/** The answer to a question: what its option gives, else what a person says, else what it is without an answer. */
export async function answer<Answer>(
  given: string | undefined,
  question: Question<Answer>,
  interview: Interview | undefined,
): Promise<Answer> {
  const { option, asks, fallback, read } = question;
  if (given !== undefined) return read(given);
  if (interview !== undefined) return interview.ask(question);
  if (fallback !== undefined) return read(fallback);
  throw new TributaryError(`The option ${option} is missing.`, {
    todo: `It answers: ${asks}? Give it, or run this in a terminal, which asks.`,
  });
}
