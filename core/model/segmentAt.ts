import type { Schedule } from "./scheduleOf.ts";
import type { Time } from "./terms.ts";

/** A stretch of time within one period in which no standing rate changes; it is known by its start. */
export interface Segment {
  readonly period: number;
  readonly start: Time;
  /** The first second after it. */
  readonly end: Time;
}

/** The segment that a time falls in. */
export function segmentAt(schedule: Schedule, time: Time): Segment {
  const period = Math.floor((time - schedule.start) / schedule.period);
  let start = schedule.start + period * schedule.period;
  let end = start + schedule.period;
  for (const cut of schedule.cuts) {
    if (cut <= time) start = Math.max(start, cut);
    else {
      end = Math.min(end, cut);
      break;
    }
  }
  return { period, start, end };
}
