import type { Terms, Time } from "./Terms.ts";
import { worstCase } from "./worstCase.ts";

/** Whether no sale from a time on could ever pay out more than its ceiling. */
export function isPayable(terms: Terms, since: Time = terms.start): boolean {
  return worstCase(terms, since).every(({ ppm, ceiling }) => ppm <= ceiling);
}
