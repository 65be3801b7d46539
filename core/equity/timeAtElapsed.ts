import type { Time } from "../deal/Terms.ts";
import type { Grant } from "./PlanBooks.ts";

/** When a grant's clock will have run for so many seconds, as all stands now: a pause lasts as long as its limit lets it. */
export function timeAtElapsed(
  { terms, shift, stopped }: Grant,
  pauseLimit: Time,
  elapsed: Time,
): Time {
  const time = terms.starts + shift + elapsed;
  return stopped !== undefined && time > stopped ? time + pauseLimit - shift : time;
}
