import { TributaryError } from "../../../core/TributaryError.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { listOf } from "../../../core/text/listOf.ts";

/** The one of the names that an option gives. */
export function oneOf<Name extends string>(
  option: string,
  text: string,
  allowed: readonly Name[],
): Name {
  const found = allowed.find((name) => name === text);
  if (found !== undefined) return found;
  throw new TributaryError(`The option --${option} is not understood.`, {
    found: `"${text}"`,
    allowed: `${listOf(allowed)}${didYouMean(text, allowed)}`,
    todo: "Correct it and run this again.",
  });
}
