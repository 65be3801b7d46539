import type { Terms, Time } from "./Terms.ts";

const DAY = 86_400;

/** Seconds between the proposal and the hand-over of a power, which offers for lines and amendments wait at least. */
export function handoverOf({ rules }: Pick<Terms, "rules">): Time {
  return rules.handoverDays * DAY;
}
