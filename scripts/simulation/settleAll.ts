import { earningsOf } from "../../core/model/earningsOf.ts";
import { isWalked } from "../../core/model/isWalked.ts";
import { lockedPeriods } from "../../core/model/lockedPeriods.ts";
import type { Books } from "../../core/model/openBooks.ts";
import { segmentAt } from "../../core/model/segmentAt.ts";
import { settlementIn } from "../../core/model/settlementIn.ts";
import { walkPeriods } from "../../core/model/walkPeriods.ts";
import type { Tally } from "./Tally.ts";

/** Adds up what standing lines and the operator have of all periods, of which all are locked by `time`. */
export function settleAll(books: Books, tally: Tally, time: number): void {
  for (const bucket of books.buckets.values()) {
    for (const [line, terms] of books.terms.standing.entries()) {
      if (isWalked(terms)) continue;
      const earned = earningsOf(books, line, bucket);
      if (earned > 0n) tally.earn(terms.name, terms.name, bucket.currency, bucket.period, earned);
    }
  }
  for (const currency of currenciesOf(books)) walkAll(books, tally, currency, time);
}

/** Those in which something was sold or is guaranteed. */
function currenciesOf({ buckets, terms }: Books): Set<number> {
  const guaranteed = terms.standing
    .filter(({ clauses }) => clauses.fee + clauses.minimum > 0n)
    .map(({ clauses }) => clauses.currency);
  return new Set([...[...buckets.values()].map(({ currency }) => currency), ...guaranteed]);
}

function walkAll(books: Books, tally: Tally, currency: number, time: number): void {
  const locked = lockedPeriods(books.schedule, time);
  for (;;) {
    const before = settlementIn(books, currency);
    const { period } = segmentAt(books.schedule, before.next);
    if (period >= locked) return;
    const { after, treasury, lines } = walkPeriods(books, currency, time, 1);
    books.settlements.set(currency, after);
    for (const [line, amount] of lines) {
      const name = books.terms.standing[line]?.name ?? "";
      if (amount > 0n) tally.earn(name, name, currency, period, amount);
    }
    if (treasury !== 0n) tally.add("residual", currency, period, treasury);
    const taken = before.reserve - after.reserve;
    if (taken > 0n) tally.add("reserve", currency, period, taken);
  }
}
