import type { Time } from "../deal/Terms.ts";
import { bucketKey } from "./bucketKey.ts";
import type { Books, Bucket } from "./openBooks.ts";

/** The revenue of every kind in the segment that begins at `start`. */
export function bucketsAt(books: Books, currency: number, start: Time): Bucket[] {
  return books.terms.kinds.flatMap((_, kind) => {
    const bucket = books.buckets.get(bucketKey(currency, kind, start));
    return bucket === undefined ? [] : [bucket];
  });
}
