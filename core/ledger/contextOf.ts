import type { SettlementContext } from "../deal/Settlement.ts";
import type { Terms } from "../deal/Terms.ts";
import type { Books, CurrencyBook } from "./Books.ts";
import { bucketKey } from "./bucketKey.ts";

/** What a settlement of a currency goes over. */
export function contextOf(
  { lines }: Books,
  terms: Terms,
  { currency, buckets }: CurrencyBook,
): SettlementContext {
  return {
    ...{ terms, lines, currency: currency.index },
    revenueOf: (segment) =>
      terms.kinds.flatMap((_, kind) => buckets.get(bucketKey(segment, kind)) ?? []),
  };
}
