import { periodAt, periodStart } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import type { Books } from "./openBooks.ts";

/** When the period after `time`'s begins. */
export function nextPeriodOf({ terms }: Books, time: Time): Time {
  return periodStart(terms, periodAt(terms, time) + 1);
}
