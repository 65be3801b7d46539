import { handoverOf } from "./handoverOf.ts";
import { periodAt, periodStart } from "./periods.ts";
import type { Terms, Time } from "./Terms.ts";

/**
 * When what is proposed now begins by the notice of an amendment: the first period's start that is as many periods after the next
 * period's, and no sooner than powers are handed over.
 */
export function startAfterNotice(
  terms: Pick<Terms, "start" | "period" | "noticePeriods" | "rules">,
  now: Time,
): Time {
  const from = periodStart(terms, periodAt(terms, now) + 1 + terms.noticePeriods);
  const days = now + handoverOf(terms);
  return days <= from ? from : periodStart(terms, periodAt(terms, days - 1) + 1);
}
