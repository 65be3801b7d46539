import { WHOLE } from "./constants.ts";
import { isRunning } from "./isRunning.ts";
import type { Books, Bucket } from "./openBooks.ts";
import { standingRateAt } from "./standingRateAt.ts";

/** What a standing line's rate brings of one segment's revenue of one kind. */
export function earningsOf(books: Books, line: number, bucket: Bucket): bigint {
  const { kind, start, revenue } = bucket;
  const terms = books.terms.standing[line];
  if (terms === undefined || !isRunning(books, line, start)) return 0n;
  return (revenue * BigInt(standingRateAt(terms, kind, start))) / WHOLE;
}
