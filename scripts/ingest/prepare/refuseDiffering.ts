import { TributaryError } from "../../../core/TributaryError.ts";

/** What is told of one thing at one place, by the names of the fields. */
export interface Telling {
  readonly from: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Refuses two tellings of one thing that are not the same. */
export function refuseDiffering(
  what: string,
  first: Telling,
  other: Telling,
  compared?: readonly string[],
): void {
  const found = findDiffering(first, other, compared);
  if (found === undefined) return;
  throw new TributaryError(`The ${what} is told twice, and not the same.`, {
    found,
    todo: "Correct one of the two, or leave one out; nothing was written.",
  });
}

/** The first field in which two tellings of one thing differ, with both places; undefined where none does. */
export function findDiffering(
  first: Telling,
  other: Telling,
  compared: readonly string[] = Object.keys(first.fields),
): string | undefined {
  const field = compared.find((name) => first.fields[name] !== other.fields[name]);
  if (field === undefined) return undefined;
  const [was, is] = [first.fields[field], other.fields[field]];
  return `${field} "${was}" at ${first.from} and "${is}" at ${other.from}`;
}
