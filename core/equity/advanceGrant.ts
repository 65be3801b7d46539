import type { Time } from "../deal/Terms.ts";
import { bookOf } from "./bookOf.ts";
import { riseOf } from "./earningsOf.ts";
import { levelIn } from "./levelIn.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";
import { vestedUnits } from "./vestedUnits.ts";

/**
 * Without catching up: what came since it last ran is owed for the units vested now, and the treasury's for the others. Run whenever
 * money comes, it is exact.
 */
export function advanceGrant(books: PlanBooks, grant: Grant, currency: number, time: Time): void {
  const level = levelIn(books, currency);
  const book = bookOf(grant, currency);
  if (level.level <= book.base) return;
  const rise = riseOf(books, grant, currency);
  const ofVested = (vestedUnits(books, grant, time) * rise) / SCALE;
  book.owed += ofVested - book.taken;
  level.treasury += (grant.units * rise) / SCALE - ofVested;
  book.base = level.level;
  book.taken = 0n;
}

/** In a plan without catching up, what came until now is counted before units go. */
export function advanceInFlow(books: PlanBooks, grant: Grant, time: Time): void {
  if (!books.terms.flow) return;
  for (const currency of books.levels.keys()) advanceGrant(books, grant, currency, time);
}
