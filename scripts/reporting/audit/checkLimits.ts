import { amountOf } from "../../../core/deal/amountOf.ts";
import { periodAt } from "../../../core/deal/periods.ts";
import { currencyBook } from "../../../core/ledger/Books.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import type { Moment } from "./rateAt.ts";

/** An outcome pays what the terms name, and no more is posted in a period than they allow. */
export function checkLimits(moment: Moment, amount: bigint): Difference[] {
  const { terms, books, time, currency } = moment;
  const book = currencyBook(books, currency);
  const limit = amountOf(terms.rules.postingLimit, book.currency.index);
  const posted = amount + (book.posted.get(periodAt(terms, time)) ?? 0n);
  return [
    ...checkOutcome(moment, amount),
    ...(limit > 0n ? atMost("posted in the period", limit, posted) : []),
  ];
}

function checkOutcome(
  { terms, books, time, kind, currency }: Moment,
  amount: bigint,
): Difference[] {
  const outcome = terms.outcomes.find((one) => one.kind === kind);
  if (outcome === undefined) return [];
  const book = currencyBook(books, currency);
  const allowed = amountOf(outcome.amounts, book.currency.index);
  if (!outcome.perPeriod) return compare("amount of the outcome", allowed, amount);
  const period = periodAt(terms, time);
  const before = [...book.buckets.values()]
    .filter((bucket) => bucket.kind === kind && bucket.period === period)
    .reduce((sum, { revenue }) => sum + revenue, 0n);
  return atMost("outcomes of the period", allowed, before + amount);
}

function atMost(what: string, most: bigint, found: bigint): Difference[] {
  return found <= most ? [] : [{ what, expected: `at most ${most}`, found: String(found) }];
}
