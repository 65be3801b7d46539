import { isConditional } from "../deal/isConditional.ts";
import { runningRateOf } from "../deal/isRunning.ts";
import { lockedPeriods } from "../deal/periods.ts";
import { shareOf } from "../deal/shareOf.ts";
import { isOn } from "../deal/standingRateAt.ts";
import type { Books, BucketBook, CurrencyBook } from "./Books.ts";
import { conditionalEarningsOf } from "./conditionalEarningsOf.ts";
import type { Earnings } from "./Earnings.ts";
import { termsAt } from "./termsAt.ts";

/** The residual of money that came in: what revenue brought beyond what standing lines earn. Final when its period locks. */
export function residualOf(books: Books, book: CurrencyBook, now: number, only?: number): Earnings {
  const { standing, treasury } = termsAt(books, now);
  const sums = standing.some(isConditional)
    ? conditionalEarningsOf(books, book, "residual", now, only)
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
    const left = bucket.setAside - standingOf(books, bucket, bucket.revenue, now);
    gross += bucket.grossSetAside - standingOf(books, bucket, bucket.grossRevenue, now);
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
  const lines = { terms: termsAt(books, now), lines: books.lines };
  return lines.terms.standing.reduce(
    (sum, line, index) =>
      isOn(lines.terms, line, kind)
        ? sum + shareOf(revenue, runningRateOf(lines, index, time))
        : sum,
    0n,
  );
}
