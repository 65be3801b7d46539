import { ceilDiv } from "../money/ceilDiv.ts";
import { greater } from "../money/greater.ts";
import { lesser } from "../money/lesser.ts";
import { hurdleOf } from "./hurdleOf.ts";
import { levelIn } from "./levelIn.ts";
import { outstandingOf } from "./outstandingOf.ts";
import type { PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";

/** What sharing goes by. */
type Shared = Pick<PlanBooks, "terms" | "classes" | "levels">;

/**
 * Shares money that came in, with what waits, over all units that take part at the level it lifts:
 * `rise = ⌊money × SCALE ÷ units⌋`, stopping at each hurdle, where another class joins. What a rise leaves over by rounding stays
 * in the plan, below one smallest unit for each unit.
 */
export function shareMoney(books: PlanBooks, currency: number, amount: bigint): void {
  const book = levelIn(books, currency);
  const rest = restOf(books);
  let left = amount + book.waiting;
  book.waiting = 0n;
  while (left > 0n) {
    const { units, next, isRestIn } = partiesAt(books, currency, book.level, rest);
    if (units === 0n) {
      if (books.terms.restToTreasury) book.treasury += left;
      else book.waiting = left;
      return;
    }
    let rise = (left * SCALE) / units;
    let used = left;
    if (next !== undefined && rise >= next - book.level) {
      rise = next - book.level;
      used = ceilDiv(rise * units, SCALE);
    }
    book.level += rise;
    left -= used;
    if (isRestIn) book.treasury += (rise * rest) / SCALE;
  }
}

/** Shares what waits in all currencies, before units go: somebody may take part by now. */
export function shareWaiting(books: PlanBooks): void {
  for (const currency of books.levels.keys()) shareMoney(books, currency, 0n);
}

/**
 * How much has to arrive until each unit of the plan has brought so much and no class less: what `shareMoney` uses up on its way there,
 * less what waits. Undefined where nobody takes part on the way, so that no amount is enough.
 */
export function moneyUntil(books: Shared, currency: number, target: bigint): bigint | undefined {
  const rest = restOf(books);
  let { level } = levelIn(books, currency);
  let amount = 0n;
  while (level < target) {
    const { units, next = target } = partiesAt(books, currency, level, rest);
    if (units === 0n) return undefined;
    const reached = lesser(next, target);
    amount += ceilDiv((reached - level) * units, SCALE);
    level = reached;
  }
  return greater(0n, amount - levelIn(books, currency).waiting);
}

/** The units that are not granted, where the treasury has them. */
function restOf(books: Shared): bigint {
  const { restToTreasury, authorised } = books.terms;
  return restToTreasury ? authorised - outstandingOf(books) : 0n;
}

/** The units that take part at a level, and the level at which more do. */
function partiesAt(books: Shared, currency: number, level: bigint, rest: bigint) {
  let units = 0n;
  let isRestIn = false;
  let next: bigint | undefined;
  for (const [group, own] of books.classes.entries()) {
    const hurdle = hurdleOf(books.terms, group, currency);
    const isRest = group === books.terms.restClass;
    if (hurdle <= level) {
      units += isRest ? own + rest : own;
      isRestIn ||= isRest;
    } else if (next === undefined || hurdle < next) {
      next = hurdle;
    }
  }
  return { units, next, isRestIn };
}
