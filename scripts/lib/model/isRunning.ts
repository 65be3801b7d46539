import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

/** Whether a standing line earns at a time: it has started, has not ended and is not suspended. */
export function isRunning(books: Books, line: number, time: Time): boolean {
  const { starts, ends } = books.terms.standing[line] ?? { starts: Number.POSITIVE_INFINITY };
  const record = books.lines.get(line);
  const end = record?.ends ?? ends;
  if (time < starts || (end !== undefined && time >= end)) return false;
  const changes = record?.suspensions.filter((change) => change <= time).length ?? 0;
  return changes % 2 === 0;
}
