import type { Books, BucketBook, CurrencyBook } from "./Books.ts";
import type { Earnings } from "./Earnings.ts";
import { isWalked } from "./isWalked.ts";
import { isOn, rateOn } from "./rateOn.ts";
import { lockedPeriods } from "./schedule.ts";
import { termsAt } from "./termsAt.ts";
import { walkedEarningsOf } from "./walkedEarningsOf.ts";
import { shareOf } from "./waterfall.ts";

/** The residual of money that came in: what revenue brought beyond what standing lines earn. Final when its period locks. */
export function residualOf(books: Books, book: CurrencyBook, now: number, only?: number): Earnings {
  const { standing, treasury } = termsAt(books, now);
  const sums = standing.some(isWalked)
    ? walkedEarningsOf(books, book, "residual", now, only)
    : remainderOf(books, book, now, only);
  const claimed = book.parties.get(treasury)?.settled.get("residual")?.paid ?? 0n;
  const locked = sums.earned - sums.reversed - sums.held;
  return { ...sums, frozen: 0n, locked, claimed, claimable: locked - claimed };
}

function remainderOf(books: Books, book: CurrencyBook, now: number, only: number | undefined) {
  const locked = lockedPeriods(termsAt(books, now), now);
  let gross = 0n;
  let net = 0n;
  let held = 0n;
  for (const bucket of book.buckets.values()) {
    if (only !== undefined && bucket.period !== only) continue;
    const left = bucket.brought - standingOf(books, bucket, bucket.revenue, now);
    gross += bucket.grossBrought - standingOf(books, bucket, bucket.grossRevenue, now);
    net += left;
    // Without hold too: a running period's sum is not final.
    if (bucket.period >= locked) held += left;
  }
  // Refunds can leave more dust than there was.
  const reversed = gross > net ? gross - net : 0n;
  return { earned: net + reversed, reversed, held };
}

function standingOf(
  books: Books,
  { kind, time }: BucketBook,
  revenue: bigint,
  now: number,
): bigint {
  const terms = termsAt(books, now);
  return terms.standing.reduce(
    (sum, line, index) =>
      isOn(line, kind) ? sum + shareOf(revenue, rateOn(books, terms, index, time)) : sum,
    0n,
  );
}
