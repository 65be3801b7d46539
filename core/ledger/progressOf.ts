import type { Reached } from "../deal/missesOf.ts";
import { lockedPeriods } from "../deal/periods.ts";
import type { Terms } from "../deal/Terms.ts";
import type { PartyBook } from "./Books.ts";

/**
 * Credits of locked periods less reversals, and the sales in which a partner has a line of its own; with them those that
 * stood after a dispute when they were final already.
 */
export function progressOf(terms: Terms, party: PartyBook | undefined, now: number): Reached {
  const locked = lockedPeriods(terms, now);
  let { earned, sales } = party?.late ?? { earned: 0n, sales: 0 };
  for (const [period, credit] of party?.credits ?? []) {
    if (period >= locked) continue;
    earned += credit.earned - credit.reversed;
    sales += credit.sales;
  }
  return { earned, sales };
}
