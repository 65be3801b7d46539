import { lockedPeriods } from "./lockedPeriods.ts";
import type { Schedule } from "./scheduleOf.ts";
import type { Time } from "./terms.ts";

/** Whether a period's credits can no longer change. Without hold they never can. */
export function isFinal(schedule: Schedule, period: number, time: Time): boolean {
  return schedule.holdPeriods === 0 || period < lockedPeriods(schedule, time);
}
