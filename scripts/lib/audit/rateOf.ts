import type { Address } from "viem";
import { type Books, currencyBook, type PartnerState } from "../books/Books.ts";
import { periodAt } from "../books/schedule.ts";
import { NOT_PAID, type Role, type Terms } from "../terms/ParsedTerms.ts";
import { ONE } from "../text/parsePercentage.ts";

const YEAR = 31_536_000;

/** The moment at which a rate is frozen. */
export interface Moment {
  readonly terms: Terms;
  readonly books: Books;
  readonly time: number;
  readonly kind: number;
  readonly currency: Address;
  /** The currency's smallest units in one of it. */
  readonly unit: bigint;
}

/** The rate of a role for a partner at a moment, worked out from the terms; undefined where the role earns nothing. */
export function rateOf(moment: Moment, role: Role, partner: PartnerState): number | undefined {
  const { terms, books, time, kind } = moment;
  const base = role.rates[kind] ?? NOT_PAID;
  if (base === NOT_PAID) return undefined;
  const years = time > partner.joined ? Math.floor((time - partner.joined) / YEAR) : 0;
  const sum =
    base +
    (role.tenure[Math.min(years, role.tenure.length - 1)] ?? 0) +
    (role.tiers[tierAt(terms, partner, time)] ?? 0) +
    bonusOf(role.network, BigInt(books.active)) +
    bonusOf(role.volume, lastRevenue(moment));
  return Math.floor((Math.min(sum, role.ceiling) * terms.commission) / ONE);
}

/** A change of tier counts from a period's start. */
function tierAt(terms: Terms, { tier, nextTier, tierPeriod }: PartnerState, time: number): number {
  return tierPeriod !== undefined && periodAt(terms, time) >= tierPeriod ? nextTier : tier;
}

function bonusOf({ every, add, max }: Role["network"], measure: bigint): number {
  if (every === 0n) return 0;
  const added = BigInt(add) * (measure / every);
  return added > BigInt(max) ? max : Number(added);
}

/** Revenue of the last closed period, less refunds so far, in millionths of the currency. */
function lastRevenue({ terms, books, time, currency, unit }: Moment): bigint {
  const last = periodAt(terms, time) - 1;
  let sum = 0n;
  for (const { period, revenue } of currencyBook(books, currency).buckets.values()) {
    if (period === last) sum += revenue;
  }
  return (sum * 1_000_000n) / unit;
}
