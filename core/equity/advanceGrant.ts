import type { Time } from "../deal/Terms.ts";
import { bookOf } from "./bookOf.ts";
import { earningsOf } from "./earningsOf.ts";
import { levelIn } from "./levelIn.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";

/**
 * Without catching up: what came since it last ran is owed for the units vested now, and the treasury's for the others. Run whenever
 * money comes, it is exact.
 */
export function advanceGrant(books: PlanBooks, grant: Grant, currency: number, time: Time): void {
  const level = levelIn(books, currency);
  const book = bookOf(grant, currency);
  if (level.level <= book.base) return;
  const { held, payable } = earningsOf(books, grant, currency, time);
  book.owed += payable;
  level.treasury += held - book.contingent;
  book.base = level.level;
  book.taken = 0n;
}
