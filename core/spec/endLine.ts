import type { Time } from "../deal/Terms.ts";
import { exitTimeOf } from "./exitTimeOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import type { Books } from "./openBooks.ts";

/** Ends a standing line at the next period's start, where it does not end before. */
export function endLine(books: Books, line: number, time: Time): void {
  const record = lineRecordOf(books, line);
  record.ends = exitTimeOf(books, line, time);
  record.offer = undefined;
  // Whose line ends is asked for nothing that an amendment would do to it.
  books.proposed?.missing.delete(line);
}
