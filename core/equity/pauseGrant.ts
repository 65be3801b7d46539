import type { Time } from "../deal/Terms.ts";
import { EquityError } from "./EquityError.ts";
import { pausedFor } from "./elapsedOf.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";

/** Stops a grant's clock, for as long as is left of the limit of pauses. */
export function pauseGrant({ terms }: PlanBooks, grant: Grant, time: Time): void {
  if (grant.left !== undefined) throw new EquityError("hasLeft", "it has left", "a running grant");
  if (grant.stopped !== undefined)
    throw new EquityError("isPaused", "it is paused", "a running grant");
  if (time < grant.terms.starts)
    throw new EquityError("notBegun", `${time}`, `${grant.terms.starts} or later`);
  if (grant.shift >= terms.pauseLimit)
    throw new EquityError("pauseLimit", `${grant.shift} s paused`, `${terms.pauseLimit} s in all`);
  grant.stopped = time;
}

/** Lets a grant's clock run again. */
export function resumeGrant({ terms }: PlanBooks, grant: Grant, time: Time): void {
  if (grant.stopped === undefined)
    throw new EquityError("notPaused", "it is running", "a paused grant");
  grant.shift += pausedFor(grant, terms.pauseLimit, time);
  grant.stopped = undefined;
}
