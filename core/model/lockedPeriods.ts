import type { Schedule } from "./scheduleOf.ts";
import type { Time } from "./terms.ts";

/** How many periods are final: those that ended at least the hold ago. */
export function lockedPeriods({ start, period, holdPeriods }: Schedule, time: Time): number {
  return Math.max(0, Math.floor((time - start) / period) - holdPeriods);
}
