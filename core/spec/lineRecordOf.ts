import type { Books, LineRecord } from "./openBooks.ts";

/** What was agreed of a standing line beside its terms, opened where nothing was. */
export function lineRecordOf(books: Books, line: number): LineRecord {
  const found = books.lines.get(line);
  if (found !== undefined) return found;
  const opened: LineRecord = { ends: undefined, turns: [] };
  books.lines.set(line, opened);
  return opened;
}
