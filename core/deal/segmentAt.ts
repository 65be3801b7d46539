import { cutsOf } from "./cutsOf.ts";
import { periodAt, periodStart } from "./periods.ts";
import type { Terms, Time } from "./Terms.ts";

/** A stretch of time within one period in which no standing rate changes; it is known by its start. */
export interface Segment {
  readonly period: number;
  readonly start: Time;
  /** The first second after it. */
  readonly end: Time;
  /** Whether its period ends with it. */
  readonly isLast: boolean;
}

/** The segment that a time falls in; before the program starts, the first. */
export function segmentAt(
  terms: Pick<Terms, "start" | "period" | "standing">,
  time: Time,
): Segment {
  const period = periodAt(terms, time);
  const next = periodStart(terms, period + 1);
  let start = periodStart(terms, period);
  let end = next;
  for (const cut of cutsOf(terms)) {
    if (cut <= time) start = Math.max(start, cut);
    else {
      end = Math.min(end, cut);
      break;
    }
  }
  return { period, start, end, isLast: end === next };
}
