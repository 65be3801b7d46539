import { isConditional } from "../../core/deal/isConditional.ts";
import { lockedPeriods, periodAt } from "../../core/deal/periods.ts";
import type { Settlement } from "../../core/deal/Settlement.ts";
import { sum } from "../../core/money/sum.ts";
import { earningsOf } from "../../core/spec/earningsOf.ts";
import type { Books } from "../../core/spec/openBooks.ts";
import { settlementIn } from "../../core/spec/settlementIn.ts";
import { settlePeriods } from "../../core/spec/settlePeriods.ts";
import type { Tally } from "./Tally.ts";

/** Adds up what standing lines and the operator have of all periods, of which all are locked by `time`. */
export function settleAll(books: Books, tally: Tally, time: number): void {
  for (const bucket of books.buckets.values()) {
    for (const [line, terms] of books.terms.standing.entries()) {
      if (isConditional(terms)) continue;
      const earned = earningsOf(books, line, bucket);
      if (earned > 0n) tally.earn(terms.name, terms.name, bucket.currency, bucket.period, earned);
    }
  }
  for (const currency of currenciesOf(books)) settleCurrency(books, tally, currency, time);
}

/** Those in which something was sold or is guaranteed. */
function currenciesOf({ buckets, terms }: Books): Set<number> {
  const guaranteed = terms.standing
    .flatMap(({ clauses }) => [clauses.fee, clauses.minimum])
    .flatMap((amounts) => amounts.flatMap((amount, currency) => (amount > 0n ? [currency] : [])));
  return new Set([...[...buckets.values()].map(({ currency }) => currency), ...guaranteed]);
}

function settleCurrency(books: Books, tally: Tally, currency: number, time: number): void {
  const locked = lockedPeriods(books.terms, time);
  for (;;) {
    const before = settlementIn(books, currency);
    const period = periodAt(books.terms, before.next);
    if (period >= locked) return;
    const { after, treasury, lines } = settlePeriods(books, currency, time, 1);
    books.settlements.set(currency, after);
    for (const [line, amount] of lines) {
      const name = books.terms.standing[line]?.name ?? "";
      if (amount > 0n) tally.earn(name, name, currency, period, amount);
    }
    if (treasury !== 0n) tally.add("residual", currency, period, treasury);
    const taken = reserveOf(before) - reserveOf(after);
    if (taken > 0n) tally.add("reserve", currency, period, taken);
  }
}

function reserveOf({ clauses }: Settlement): bigint {
  return sum([...clauses.values()].map(({ reserve }) => reserve));
}
