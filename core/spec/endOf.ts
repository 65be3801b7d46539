import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";

/** When a standing line ends, by its terms or as was agreed since; undefined never. */
export function endOf(books: Books, line: number): Time | undefined {
  // By the terms, 0 is never.
  const ends = [books.terms.standing[line]?.ends || undefined, books.lines.get(line)?.ends];
  const known = ends.filter((end) => end !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
