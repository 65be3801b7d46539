import { greater } from "../money/greater.ts";
import { bookOf } from "./bookOf.ts";
import { riseOf } from "./earningsOf.ts";
import { levelIn } from "./levelIn.ts";
import { freeMoney, loseUnits } from "./loseUnits.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";

/** Calls a leaver's units: their prices are owed with all that they had earned; they wait for an exit, and nobody is paid for them. */
export function callUnits(books: PlanBooks, grant: Grant, prices: readonly bigint[]): void {
  loseUnits(books, grant, { vested: grant.units, contingent: 0n, lost: 0n });
  for (const [currency, price] of prices.entries()) bookOf(grant, currency).owed += price;
  grant.called = prices;
}

/**
 * Gives called units back to the plan. Where an exit came in time, what they earned beyond the price is the holder's. Returns that, by
 * currency.
 */
export function finishCall(books: PlanBooks, grant: Grant, isInTime: boolean): bigint[] {
  const { called = [], units } = grant;
  const differences: bigint[] = [];
  const freed = books.levels.map(({ level }, currency) => {
    const book = bookOf(grant, currency);
    const earned = (units * riseOf(books, grant, currency)) / SCALE;
    const more = isInTime ? greater(0n, earned - (called[currency] ?? 0n)) : 0n;
    differences.push(more);
    book.owed += more;
    book.base = greater(level, book.base);
    return earned - more;
  });
  grant.units = 0n;
  grant.called = undefined;
  books.classes[grant.terms.class] = (books.classes[grant.terms.class] ?? 0n) - units;
  for (const [currency, amount] of freed.entries()) freeMoney(books, currency, amount);
  return differences;
}

/** What has to be known of a plan's past to price units. */
interface Priced {
  /** The level twelve periods ago. */
  readonly before: bigint;
  /** The base before the leave. */
  readonly entry: bigint;
  /** In millionths. */
  readonly multiple: number;
}

/** `⌊⌊units × (level − max(level twelve periods ago, base before the leave)) ÷ SCALE⌋ × multiple ÷ 1e6⌋`. */
export function callPrice(
  books: PlanBooks,
  { units }: Grant,
  currency: number,
  { before, entry, multiple }: Priced,
): bigint {
  const rise = greater(0n, levelIn(books, currency).level - greater(before, entry));
  return (((units * rise) / SCALE) * BigInt(multiple)) / 1_000_000n;
}
