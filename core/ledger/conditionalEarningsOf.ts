import type { Books, CurrencyBook } from "./Books.ts";
import { project } from "./project.ts";
import type { SettledSource, SettlementBook } from "./SettlementBook.ts";

/**
 * What a conditional line, or the residual beside it, has earned in all periods, or in one. Refunds are not told apart: what
 * a cap or a guarantee makes of them shows in the sum.
 */
export function conditionalEarningsOf(
  books: Books,
  book: CurrencyBook,
  source: SettledSource,
  now: number,
  only?: number,
): { earned: bigint; reversed: bigint; held: bigint } {
  const { locked, held } = project(books, book, now);
  const open = sumIn(held, source, only);
  return { earned: sumIn(locked.earned, source, only) + open, reversed: 0n, held: open };
}

function sumIn(
  earned: SettlementBook["earned"],
  source: SettledSource,
  only: number | undefined,
): bigint {
  let sum = 0n;
  for (const [period, sources] of earned) {
    if (only === undefined || only === period) sum += sources.get(source) ?? 0n;
  }
  return sum;
}
