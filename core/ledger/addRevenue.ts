import { segmentAt } from "../deal/segmentAt.ts";
import type { Terms } from "../deal/Terms.ts";
import type { BucketBook, CurrencyBook } from "./Books.ts";
import { bucketKey } from "./bucketKey.ts";

/** Adds revenue of a kind at a time, and what of it stays for standing lines and the residual. */
export function addRevenue(
  terms: Terms,
  book: CurrencyBook,
  {
    kind,
    time,
    revenue,
    setAside,
  }: { kind: number; time: number; revenue: bigint; setAside: bigint },
): void {
  const bucket = bucketAt(terms, book, kind, time);
  bucket.grossRevenue += revenue;
  bucket.revenue += revenue;
  bucket.grossSetAside += setAside;
  bucket.setAside += setAside;
}

/** The bucket of a kind that a time falls in, begun where there is none yet. */
export function bucketAt(terms: Terms, book: CurrencyBook, kind: number, time: number): BucketBook {
  const segment = segmentAt(terms, time);
  const key = bucketKey(segment, kind);
  const known = book.buckets.get(key);
  if (known !== undefined) return known;
  const { period } = segment;
  const bucket = {
    kind,
    period,
    time,
    grossRevenue: 0n,
    revenue: 0n,
    grossSetAside: 0n,
    setAside: 0n,
  };
  book.buckets.set(key, bucket);
  return bucket;
}
