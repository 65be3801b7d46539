import type { Time } from "../deal/Terms.ts";
import type { Grant } from "./PlanBooks.ts";

/** Seconds that a grant's clock has run: not below 0, nor on in a pause as long as the limit of pauses lasts. */
export function elapsedOf(grant: Grant, pauseLimit: Time, time: Time): Time {
  const { terms, shift } = grant;
  return Math.max(0, time - terms.starts - shift - pausedFor(grant, pauseLimit, time));
}

/** Seconds of the pause that a grant is in, as far as the limit of pauses lets it. */
export function pausedFor({ shift, stopped }: Grant, pauseLimit: Time, time: Time): Time {
  if (stopped === undefined) return 0;
  return Math.min(Math.max(0, time - stopped), pauseLimit - shift);
}
