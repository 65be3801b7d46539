import type { Currency } from "../../../core/currency/Currency.ts";
import { amountOf } from "../../../core/deal/amountOf.ts";
import { monthsSince } from "../../../core/deal/missesOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { ACTIVE, FIRST_POOL, type PartnerState } from "../../../core/ledger/PartnerState.ts";
import { progressOf } from "../../../core/ledger/progressOf.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";

/** How far a partner has come towards its next tier, in the currency in which it has come furthest. */
export interface GraduationProgress {
  readonly partner: string;
  readonly tier: string;
  readonly currency: Currency;
  /** Each criterion of the tier: what was reached, and what it asks for. */
  readonly earned: readonly [found: bigint, needed: bigint];
  readonly sales: readonly [found: number, needed: number];
  readonly months: readonly [found: number, needed: number];
  readonly score: readonly [found: number, needed: number];
}

/** Every active partner for whom there is a higher tier to graduate to. */
export function graduationOf(books: Books, now: number): GraduationProgress[] {
  const terms = termsAt(books, now);
  return [...books.members.values()]
    .filter(({ number, status }) => number < FIRST_POOL && status === ACTIVE)
    .flatMap((partner) => progressOfPartner(books, terms, partner, now));
}

function progressOfPartner(
  books: Books,
  terms: Terms,
  partner: PartnerState,
  now: number,
): GraduationProgress[] {
  const [next] = terms.graduations
    .filter(({ tier }) => tier > partner.nextTier)
    .sort((a, b) => a.tier - b.tier);
  if (next === undefined) return [];
  const named = [...books.currencies.values()].filter(
    ({ currency }) => next.earned.length === 0 || amountOf(next.earned, currency.index) > 0n,
  );
  const all = named.map(({ currency, parties }) => {
    const { earned, sales } = progressOf(terms, parties.get(partner.wallet), now);
    return { currency, earned, sales, needed: amountOf(next.earned, currency.index) };
  });
  const [best] = all.sort((a, b) => share(b) - share(a) || b.sales - a.sales);
  if (best === undefined) return [];
  const { currency, earned, sales, needed } = best;
  return [
    {
      ...{ partner: partner.name, tier: terms.tiers[next.tier] ?? String(next.tier), currency },
      earned: [earned, needed],
      sales: [sales, next.sales],
      months: [monthsSince(partner.joined, now), next.months],
      score: [partner.score, next.score],
    },
  ];
}

/** How much of what is needed was earned, in millionths. */
function share({ earned, needed }: { earned: bigint; needed: bigint }): number {
  return Number((earned * 1_000_000n) / (needed === 0n ? 1n : needed));
}
