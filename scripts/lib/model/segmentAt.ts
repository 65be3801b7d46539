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
  const begins = schedule.start + period * schedule.period;
  const ends = begins + schedule.period;
  return {
    period,
    start: schedule.cuts.findLast((cut) => cut > begins && cut <= time) ?? begins,
    end: schedule.cuts.find((cut) => cut > time && cut < ends) ?? ends,
  };
}
