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
