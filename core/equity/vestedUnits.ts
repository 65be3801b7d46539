import type { Time } from "../deal/Terms.ts";
import { WHOLE } from "../money/ppm.ts";
import { elapsedOf } from "./elapsedOf.ts";
import type { Grant, GrantTerms, PlanBooks } from "./PlanBooks.ts";

/**
 * The units of a grant that are vested: by time, up to the date of a leave, and of the others the part that an exit vests,
 * `⌊others × single⌋`. Of one that left, all but those that wait for an exit.
 */
export function vestedUnits(
  { terms, exit }: Pick<PlanBooks, "terms" | "exit">,
  grant: Grant,
  now: Time,
): bigint {
  if (grant.left !== undefined)
    return isExitSoon(grant, exit, terms.window) ? grant.units : grant.units - grant.contingent;
  const time = grant.leaving === undefined ? now : Math.min(now, grant.leaving.at);
  const byTime =
    time < grant.terms.starts
      ? 0n
      : vestedAfter(grant.units, grant.terms, elapsedOf(grant, terms.pauseLimit, time));
  const isSpedUp = exit !== undefined && exit <= time && grant.hasTriggers;
  if (!isSpedUp) return byTime;
  return byTime + ((grant.units - byTime) * BigInt(grant.terms.single)) / WHOLE;
}

/** Vested after so many seconds: nothing before the cliff, `⌊units × whole steps ÷ length⌋`, all at the end. */
function vestedAfter(
  units: bigint,
  { cliff, length, step }: Pick<GrantTerms, "cliff" | "length" | "step">,
  elapsed: Time,
): bigint {
  if (elapsed < cliff) return 0n;
  if (elapsed >= length) return units;
  const steps = step > 1 ? elapsed - (elapsed % step) : elapsed;
  return (units * BigInt(steps)) / BigInt(length);
}

/** Whether an exit came in time for what a dismissed holder keeps waiting. */
export function isExitSoon({ left }: Grant, exit: Time | undefined, window: Time): boolean {
  return left !== undefined && exit !== undefined && exit <= left.at + window;
}
