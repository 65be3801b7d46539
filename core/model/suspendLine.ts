import { endOf } from "./endOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import { ModelError } from "./modelError.ts";
import { nextPeriodOf } from "./nextPeriodOf.ts";
import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

/** Suspends a standing line from the next period's start on, or resumes it. */
export function suspendLine(books: Books, line: number, suspended: boolean, time: Time): void {
  const { suspensions } = lineRecordOf(books, line);
  const ends = endOf(books, line);
  const next = nextPeriodOf(books, time);
  const is = suspensions.length % 2 === 1;
  if ((ends !== undefined && next >= ends) || is === suspended) {
    throw new ModelError("lineNotInForce", `${line}`, "a line in the other state");
  }
  // What was to happen then is undone instead.
  if (suspensions.at(-1) === next) suspensions.pop();
  else suspensions.push(next);
}
