import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

/** When a standing line ends, by its terms or as was agreed since; undefined never. */
export function endOf(books: Books, line: number): Time | undefined {
  const ends = [books.terms.standing[line]?.ends, books.lines.get(line)?.ends];
  const known = ends.filter((end) => end !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
