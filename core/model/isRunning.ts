import { endOf } from "./endOf.ts";
import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

/** Whether a standing line earns at a time: it has started, has not ended and is not suspended. */
export function isRunning(books: Books, line: number, time: Time): boolean {
  const starts = books.terms.standing[line]?.starts;
  const ends = endOf(books, line);
  if (starts === undefined || time < starts || (ends !== undefined && time >= ends)) return false;
  const changes = books.lines.get(line)?.suspensions.filter((change) => change <= time) ?? [];
  return changes.length % 2 === 0;
}
