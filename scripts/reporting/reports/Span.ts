import { periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";

/** A stretch of time, its end not included. */
export interface Span {
  /** As people say it: "January 2026", "Period 3". */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export function spanOfPeriod(terms: Terms, period: number): Span {
  return {
    label: `Period ${period}`,
    from: periodStart(terms, period),
    to: periodStart(terms, period + 1),
  };
}

/** The last second of a span, or up to which it is known. Its end itself is not in it. */
export function lastSecondOf({ to }: Span, until: number): number {
  return Math.min(until, to - 1);
}
