import type { Time } from "../deal/Terms.ts";
import type { Grant } from "./PlanBooks.ts";
import { timeAtElapsed } from "./timeAtElapsed.ts";

/** More steps than this look like a line. */
const MOST_STEPS = 750;

/** When a grant's vesting begins, passes its cliff, makes each of its steps and ends, as all stands now. In order; a time may stand twice. */
export function stepTimes(grant: Grant, pauseLimit: Time): Time[] {
  const { cliff, length, step } = grant.terms;
  const from = Math.min(cliff, length);
  const marks = [0, from];
  if (step > 1 && length / step <= MOST_STEPS)
    for (let at = step * (Math.floor(from / step) + 1); at < length; at += step) marks.push(at);
  return [...marks, length].map((elapsed) => timeAtElapsed(grant, pauseLimit, elapsed));
}
