import type { Books } from "./openBooks.ts";

/** All revenue of a period in a currency, of every kind, less refunds so far. */
export function revenueOf(books: Books, currency: number, period: number): bigint {
  let sum = 0n;
  for (const bucket of books.buckets.values()) {
    if (bucket.currency === currency && bucket.period === period) sum += bucket.revenue;
  }
  return sum;
}
