import { lesser } from "../money/lesser.ts";
import type { Ground } from "./Ground.ts";
import { inUnits } from "./inUnits.ts";
import { isWalked } from "./isWalked.ts";
import { isRunning } from "./rateOn.ts";
import { periodStart } from "./schedule.ts";
import { addEarned, addSettled, clausesOf, type Settlement, type Walk } from "./Walk.ts";

/**
 * Ends a period: arrears are paid out of its residual, then what the period guarantees, line by line; what the residual does
 * not cover the reserve does, and what neither does becomes arrears. The rest of the residual is the treasury's.
 */
export function endPeriod(ground: Ground, walk: Walk, settled: Settlement, period: number): void {
  const lines = [...ground.terms.standing.entries()].filter(([, line]) => isWalked(line));
  let left = walk.residual;
  for (const [index] of lines) {
    const clauses = clausesOf(walk, index);
    const amount = lesser(clauses.arrears, left);
    clauses.arrears -= amount;
    left -= amount;
    addSettled(walk, settled, { period, index, amount });
  }
  for (const [index] of lines) {
    const clauses = clausesOf(walk, index);
    const due = dueOf(ground, walk, index, period);
    clauses.earned = 0n;
    const fromResidual = lesser(due, left);
    const fromReserve = lesser(due - fromResidual, walk.reserve);
    left -= fromResidual;
    walk.reserve -= fromReserve;
    settled.fromReserve += fromReserve;
    clauses.arrears += due - fromResidual - fromReserve;
    settled.unfunded += due - fromResidual - fromReserve;
    addSettled(walk, settled, { period, index, amount: fromResidual + fromReserve });
  }
  settled.fromResidual += walk.residual - left;
  settled.residual += left;
  addEarned(walk, period, "residual", left);
  walk.residual = 0n;
}

/** What a period guarantees a line beyond what it earned, where it ran when the period began. */
function dueOf({ books, terms, book }: Ground, walk: Walk, index: number, period: number): bigint {
  const { clauses } = terms.standing[index] ?? {};
  const runs = isRunning(books, terms, index, periodStart(terms, period));
  if (clauses?.currency !== book.currency.index || !runs) return 0n;
  const fee = inUnits(book.currency, clauses.fee);
  const missing = inUnits(book.currency, clauses.minimum) - fee - clausesOf(walk, index).earned;
  return fee + (missing > 0n ? missing : 0n);
}
