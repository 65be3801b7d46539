import type { Books } from "./openBooks.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";

/** When the period after `time`'s begins. */
export function nextPeriodOf({ schedule }: Books, time: Time): Time {
  return schedule.start + (segmentAt(schedule, time).period + 1) * schedule.period;
}
