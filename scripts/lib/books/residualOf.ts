import type { Terms } from "../terms/ParsedTerms.ts";
import type { BucketBook, CurrencyBook } from "./Books.ts";
import type { Earnings } from "./Earnings.ts";
import { rateOn } from "./lineEarningsOf.ts";
import { lockedPeriods } from "./schedule.ts";
import { shareOf } from "./waterfall.ts";

/** The residual of money that came in: what revenue brought beyond what standing lines earn. Final when its period locks. */
export function residualOf(terms: Terms, book: CurrencyBook, now: number, only?: number): Earnings {
  let gross = 0n;
  let net = 0n;
  let held = 0n;
  for (const bucket of book.buckets.values()) {
    if (only !== undefined && bucket.period !== only) continue;
    const left = bucket.brought - standingOf(terms, bucket, bucket.revenue);
    gross += bucket.grossBrought - standingOf(terms, bucket, bucket.grossRevenue);
    net += left;
    // Without hold too: a running period's sum is not final.
    if (bucket.period >= lockedPeriods(terms, now)) held += left;
  }
  const claimed = book.parties.get(terms.treasury)?.settled.get("residual")?.paid ?? 0n;
  const locked = net - held;
  // Refunds can leave more dust than there was.
  const reversed = gross > net ? gross - net : 0n;
  return { earned: net + reversed, reversed, held, locked, claimed, claimable: locked - claimed };
}

function standingOf({ standing }: Terms, bucket: BucketBook, revenue: bigint): bigint {
  return standing.reduce((sum, line) => sum + shareOf(revenue, rateOn(line, bucket)), 0n);
}
