import type { StandingLine, Terms } from "../terms/ParsedTerms.ts";
import { standingRateAt } from "../terms/worstCase.ts";
import type { BucketBook, CurrencyBook } from "./Books.ts";
import { isHeld } from "./creditsOf.ts";
import type { Earnings } from "./Earnings.ts";
import { shareOf } from "./waterfall.ts";

/** What a standing line has earned in all periods, or in one: its rate of the revenue of each segment and kind. */
export function lineEarningsOf(
  terms: Terms,
  book: CurrencyBook,
  index: number,
  now: number,
  only?: number,
): Earnings {
  const line = terms.standing[index];
  if (line === undefined) throw new RangeError(`no standing line ${index}`);
  let earned = 0n;
  let net = 0n;
  let held = 0n;
  for (const bucket of book.buckets.values()) {
    if (only !== undefined && bucket.period !== only) continue;
    const rate = rateOn(line, bucket);
    const left = shareOf(bucket.revenue, rate);
    earned += shareOf(bucket.grossRevenue, rate);
    net += left;
    if (isHeld(terms, bucket.period, now)) held += left;
  }
  const claimed = book.parties.get(line.holder)?.settled.get(`line:${index}`)?.paid ?? 0n;
  const locked = net - held;
  return { earned, reversed: earned - net, held, locked, claimed, claimable: locked - claimed };
}

/** The rate of a standing line on the revenue of a bucket; 0 on kinds that are not its own. */
export function rateOn(line: StandingLine, { kind, time }: BucketBook): number {
  return ((line.kinds >> kind) & 1) === 1 ? standingRateAt(line, time) : 0;
}
