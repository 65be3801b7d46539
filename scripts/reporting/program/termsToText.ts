import { describeTerms } from "../../../core/terms/text/describeTerms.ts";
import { wordsOf } from "../../../core/terms/text/wordsOf.ts";
import type { Program } from "../../chain/openProgram.ts";

/** A program's terms as lines for people. */
export function termsToText({
  terms,
  currencies,
}: Pick<Program, "terms" | "currencies">): string[] {
  const { operator, attributor, arbiter, treasury } = terms;
  return [
    `Operator ${operator}, attributor ${attributor}, arbiter ${arbiter}, treasury ${treasury}.`,
    ...describeTerms(terms, currencies).flatMap(({ title, texts }) => [
      `${title}:`,
      ...texts.map((text) => `  ${text.title}: ${wordsOf(text)}`),
    ]),
  ];
}
