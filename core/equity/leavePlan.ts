import type { Time } from "../deal/Terms.ts";
import { WHOLE } from "../money/ppm.ts";
import { advanceInFlow } from "./advanceGrant.ts";
import { EquityError } from "./EquityError.ts";
import { pausedFor } from "./elapsedOf.ts";
import { loseUnits } from "./loseUnits.ts";
import type { Grant, Leave, PlanBooks } from "./PlanBooks.ts";
import { shareWaiting } from "./shareMoney.ts";
import { vestedUnits } from "./vestedUnits.ts";

/**
 * A holder leaves as of a date: what is vested stays but for the part that the kind of leaving loses, all else goes back to the plan. Dismissed
 * within the window after an exit, `⌊others × double⌋` more is vested; dismissed before one, so much waits for an exit.
 */
export function leavePlan(books: PlanBooks, grant: Grant, kind: Leave, time: Time): void {
  if (grant.left !== undefined) throw new EquityError("hasLeft", kind, "a grant that has not left");
  if (grant.units === 0n) throw new EquityError("nothingLeft", kind, "a grant with units");
  const { resignLoss, causeLoss, pauseLimit, window } = books.terms;
  shareWaiting(books);
  advanceInFlow(books, grant, time);
  const byTime = vestedUnits(books, grant, time);
  const triggered = kind === "dismissed" && grant.hasTriggers ? grant.terms.double : 0;
  const more = ((grant.units - byTime) * BigInt(triggered)) / WHOLE;
  const isAround = books.exit !== undefined && Math.abs(time - books.exit) <= window;
  const vested = isAround ? byTime + more : byTime;
  const contingent = books.exit === undefined ? more : 0n;
  const loss = { resigned: resignLoss, dismissed: 0, cause: causeLoss }[kind];
  const kept = vested - (vested * BigInt(loss)) / WHOLE;
  grant.shift += pausedFor(grant, pauseLimit, time);
  grant.stopped = undefined;
  grant.left = { kind, at: time };
  loseUnits(books, grant, { vested, contingent, lost: grant.units - kept - contingent });
}
