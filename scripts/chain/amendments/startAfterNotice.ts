import { periodAt, periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";

/** The first period's start after the notice, which counts from the next period's. */
export function startAfterNotice(terms: Terms, now: number): number {
  return periodStart(terms, periodAt(terms, now) + 1 + terms.noticePeriods);
}
