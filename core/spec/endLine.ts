import type { Time } from "../deal/Terms.ts";
import { endOf } from "./endOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import { nextPeriodOf } from "./nextPeriodOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** Ends a standing line at the next period's start, where it does not end before. */
export function endLine(books: Books, line: number, time: Time): void {
  const record = lineRecordOf(books, line);
  const next = nextPeriodOf(books, time);
  const ends = endOf(books, line);
  if (ends !== undefined && next >= ends) {
    throw new SpecError("lineNotInForce", `${line}`, "a line that runs on");
  }
  record.ends = next;
  // Whose line ends is asked for nothing that an amendment would do to it.
  books.proposed?.missing.delete(line);
}
