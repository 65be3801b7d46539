import { isOutcome } from "../deal/isOutcome.ts";
import { segmentAt } from "../deal/segmentAt.ts";
import type { Time } from "../deal/Terms.ts";
import { bucketKey } from "./bucketKey.ts";
import type { Books, Bucket } from "./openBooks.ts";
import { periodKey } from "./periodKey.ts";

export interface Revenue {
  readonly kind: number;
  readonly currency: number;
  readonly time: Time;
  readonly amount: bigint;
  /** What of it stays for standing lines and the residual. */
  readonly setAside: bigint;
}

/**
 * Counts revenue in its segment; negative amounts take it back. Money that no sale attributes stays
 * whole for standing lines and the residual: its `setAside` is its amount.
 */
export function countRevenue(books: Books, revenue: Revenue): Bucket {
  const { currency, kind, amount } = revenue;
  const { period, start } = segmentAt(books.terms, revenue.time);
  const key = bucketKey(currency, kind, start);
  let bucket = books.buckets.get(key);
  if (bucket === undefined) {
    bucket = { ...{ currency, kind, period, start }, revenue: 0n, setAside: 0n };
    books.buckets.set(key, bucket);
  }
  bucket.revenue += amount;
  bucket.setAside += revenue.setAside;
  if (!isOutcome(books.terms, kind)) {
    const of = periodKey(currency, period);
    books.revenues.set(of, (books.revenues.get(of) ?? 0n) + amount);
  }
  return bucket;
}
