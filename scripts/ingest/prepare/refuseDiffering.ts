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
  compared: readonly string[] = Object.keys(first.fields),
): void {
  const field = compared.find((name) => first.fields[name] !== other.fields[name]);
  if (field === undefined) return;
  const [was, is] = [first.fields[field], other.fields[field]];
  throw new TributaryError(`The ${what} is told twice, and not the same.`, {
    found: `${field} "${was}" at ${first.from} and "${is}" at ${other.from}`,
    todo: "Correct one of the two, or leave one out; nothing was written.",
  });
}
