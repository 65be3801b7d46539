import type { Time } from "../deal/Terms.ts";
import { endOf } from "./endOf.ts";
import { lineRecordOf } from "./lineRecordOf.ts";
import { nextPeriodOf } from "./nextPeriodOf.ts";
import type { Books } from "./openBooks.ts";
import { SpecError } from "./SpecError.ts";

/** How often a standing line can be suspended in its life. */
const MAX_SUSPENSIONS = 4;

/** Suspends a standing line from the next period's start on, or resumes it. */
export function suspendLine(books: Books, line: number, suspended: boolean, time: Time): void {
  const { turns } = lineRecordOf(books, line);
  const ends = endOf(books, line);
  const next = nextPeriodOf(books, time);
  const is = turns.length % 2 === 1;
  if ((ends !== undefined && next >= ends) || is === suspended) {
    throw new SpecError("lineNotInForce", `${line}`, "a line in the other state");
  }
  if (suspended && turns.length >= 2 * MAX_SUSPENSIONS)
    throw new SpecError("tooManySuspensions", `${line}`, `${MAX_SUSPENSIONS} suspensions`);
  // What was to happen then is undone instead.
  if (turns.at(-1) === next) turns.pop();
  else turns.push(next);
}
