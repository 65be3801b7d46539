import type { Address } from "viem";
import type { Fraction } from "../../../core/deal/Fraction.ts";
import { isOutcome } from "../../../core/deal/isOutcome.ts";
import { periodAt } from "../../../core/deal/periods.ts";
import { rateOf } from "../../../core/deal/rateOf.ts";
import type { Role, Terms } from "../../../core/deal/Terms.ts";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import type { PartnerState } from "../../../core/ledger/PartnerState.ts";

/** The moment at which a rate is frozen. */
export interface Moment {
  readonly terms: Terms;
  readonly books: Books;
  readonly time: number;
  readonly kind: number;
  readonly currency: Address;
}

/** The exact rate of a role for a partner at a moment, worked out from the terms; undefined where the role earns nothing. */
export function rateAt(moment: Moment, role: Role, partner: PartnerState): Fraction | undefined {
  const { terms, books, time, kind, currency } = moment;
  return rateOf(role, terms.commission, {
    ...{ kind, time, joined: partner.joined, tier: tierAt(terms, partner, time) },
    activePartners: books.active,
    lastRevenue: lastRevenue(moment),
    currency: currencyBook(books, currency).currency.index,
  });
}

/** A change of tier counts from a period's start. */
function tierAt(terms: Terms, { tier, nextTier, tierPeriod }: PartnerState, time: number): number {
  return tierPeriod !== undefined && periodAt(terms, time) >= tierPeriod ? nextTier : tier;
}

/** Revenue of the last closed period, less refunds so far. Outcomes are no revenue. */
function lastRevenue({ terms, books, time, currency }: Moment): bigint {
  const last = periodAt(terms, time) - 1;
  let sum = 0n;
  for (const { period, kind, revenue } of currencyBook(books, currency).buckets.values()) {
    if (period === last && !isOutcome(terms, kind)) sum += revenue;
  }
  return sum;
}
