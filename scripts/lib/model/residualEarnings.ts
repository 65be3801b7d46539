import { earningsOf } from "./earningsOf.ts";
import { lockedPeriods } from "./lockedPeriods.ts";
import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";

/**
 * The operator's residual of money that came in, of all locked periods: what they brought beyond what
 * their standing lines earn. Final only when a period's sums are, so a running period never counts.
 */
export function residualEarnings(books: Books, currency: number, time: Time): bigint {
  const locked = lockedPeriods(books.schedule, time);
  let sum = 0n;
  for (const bucket of books.buckets.values()) {
    if (bucket.currency !== currency || bucket.period >= locked) continue;
    sum += bucket.brought;
    for (const line of books.terms.standing) sum -= earningsOf(line, bucket);
  }
  return sum;
}
