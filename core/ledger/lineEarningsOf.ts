import { isConditional } from "../deal/isConditional.ts";
import { runningRateOf } from "../deal/isRunning.ts";
import { isFinal } from "../deal/periods.ts";
import { shareOf } from "../deal/shareOf.ts";
import { isOn } from "../deal/standingRateAt.ts";
import type { Books, CurrencyBook } from "./Books.ts";
import { conditionalEarningsOf } from "./conditionalEarningsOf.ts";
import type { Earnings } from "./Earnings.ts";
import { termsAt } from "./termsAt.ts";

/** What a standing line has earned in all periods, or in one. */
export function lineEarningsOf(
  books: Books,
  book: CurrencyBook,
  index: number,
  now: number,
  only?: number,
): Earnings {
  const line = termsAt(books, now).standing[index];
  if (line === undefined) throw new RangeError(`no standing line ${index}`);
  const sums = isConditional(line)
    ? conditionalEarningsOf(books, book, index, now, only)
    : rateEarningsOf(books, book, index, now, only);
  const claimed = book.parties.get(line.holder)?.settled.get(`line:${index}`)?.paid ?? 0n;
  const locked = sums.earned - sums.reversed - sums.held;
  return { ...sums, frozen: 0n, locked, claimed, claimable: locked - claimed };
}

/** A line that is not conditional earns its rate of the revenue of each segment and kind. */
function rateEarningsOf(
  books: Books,
  book: CurrencyBook,
  index: number,
  now: number,
  only: number | undefined,
) {
  const terms = termsAt(books, now);
  const line = terms.standing[index];
  let earned = 0n;
  let net = 0n;
  let held = 0n;
  for (const { kind, period, time, revenue, grossRevenue } of book.buckets.values()) {
    if (line === undefined || !isOn(terms, line, kind) || (only !== undefined && period !== only))
      continue;
    const rate = runningRateOf({ terms, lines: books.lines }, index, time);
    const left = shareOf(revenue, rate);
    earned += shareOf(grossRevenue, rate);
    net += left;
    if (!isFinal(terms, period, now)) held += left;
  }
  return { earned, reversed: earned - net, held };
}
