import type { Address } from "viem";
import { type Books, currencyBook } from "../../../core/ledger/Books.ts";
import type { PartnerState } from "../../../core/ledger/PartnerState.ts";
import { periodAt } from "../../../core/ledger/schedule.ts";
import { NOT_PAID, type Role, type Terms } from "../../../core/terms/ParsedTerms.ts";
import { ONE } from "../../../core/text/parsePercentage.ts";

const YEAR = 31_536_000;

/** The moment at which a rate is frozen. */
export interface Moment {
  readonly terms: Terms;
  readonly books: Books;
  readonly time: number;
  readonly kind: number;
  readonly currency: Address;
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
  return scaled(Math.min(sum, role.ceiling), terms);
}

/** The rate of a role before any addition; undefined where it earns nothing on the kind. */
export function baseRateOf(terms: Terms, role: Role, kind: number): number | undefined {
  const base = role.rates[kind] ?? NOT_PAID;
  return base === NOT_PAID ? undefined : scaled(Math.min(base, role.ceiling), terms);
}

/** The highest rate that a role can have. */
export function ceilingOf(terms: Terms, role: Role): number {
  return scaled(role.ceiling, terms);
}

function scaled(rate: number, { commission }: Terms): number {
  return Math.floor((rate * commission) / ONE);
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

/** Revenue of the last closed period, less refunds so far, in millionths of the currency. Outcomes are no revenue. */
function lastRevenue({ terms, books, time, currency }: Moment): bigint {
  const last = periodAt(terms, time) - 1;
  const book = currencyBook(books, currency);
  const outcomes = new Set(terms.outcomes.map(({ kind }) => kind));
  let sum = 0n;
  for (const { period, kind, revenue } of book.buckets.values()) {
    if (period === last && !outcomes.has(kind)) sum += revenue;
  }
  return (sum * 1_000_000n) / 10n ** BigInt(book.currency.decimals);
}
