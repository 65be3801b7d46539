import type { Time } from "../deal/Terms.ts";
import { greater } from "../money/greater.ts";
import { bookOf } from "./bookOf.ts";
import { levelIn } from "./levelIn.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";
import { isExitSoon, vestedUnits } from "./vestedUnits.ts";

/** A grant's money in one currency. */
export interface GrantEarnings {
  /** Earned on units that are not vested: paid when they are, and for the others if they are lost. */
  readonly held: bigint;
  /** What its vested units earned and were not paid, without what is owed. */
  readonly payable: bigint;
  /** Payable whatever happens to the grant. */
  readonly owed: bigint;
  readonly paid: bigint;
}

/** What a grant earned: `⌊units × (level − base) ÷ SCALE⌋`, nothing where the level is below its base. */
export function earningsOf(
  books: PlanBooks,
  grant: Grant,
  currency: number,
  time: Time,
): GrantEarnings {
  const book = bookOf(grant, currency);
  const rise = riseOf(books, grant, currency);
  const vested = vestedUnits(books, grant, time);
  const ofVested = (vested * rise) / SCALE;
  const ofAll = (grant.units * rise) / SCALE;
  const isSure = isExitSoon(grant, books.exit, books.terms.window);
  // Nobody is paid what called units earn.
  const payable = grant.called === undefined ? ofVested - book.taken : 0n;
  return {
    held: ofAll - payable - book.taken + (isSure ? 0n : book.contingent),
    payable,
    owed: book.owed + (isSure ? book.contingent : 0n),
    paid: book.paid,
  };
}

/** How far the level is above a grant's base. */
export function riseOf(books: PlanBooks, grant: Grant, currency: number): bigint {
  return greater(0n, levelIn(books, currency).level - bookOf(grant, currency).base);
}
