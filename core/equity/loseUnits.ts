import { greater } from "../money/greater.ts";
import { bookOf } from "./bookOf.ts";
import { riseOf } from "./earningsOf.ts";
import { levelIn } from "./levelIn.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";
import { shareMoney } from "./shareMoney.ts";

/** What becomes of a grant's units. */
interface Parting {
  /** Those whose money is owed from now on. */
  readonly vested: bigint;
  /** Those that wait for an exit, with their money. */
  readonly contingent: bigint;
  /** Those that go back to the plan, vested or not. */
  readonly lost: bigint;
}

/**
 * Closes a grant's books at the level: what its vested units earned is owed, what is lost goes back to the plan, and the money of
 * what was not vested is shared at once among all who are left, or is the treasury's.
 */
export function loseUnits(books: PlanBooks, grant: Grant, parting: Parting): void {
  const { vested, contingent, lost } = parting;
  const freed = books.levels.map(({ level }, currency) => {
    const book = bookOf(grant, currency);
    const rise = riseOf(books, grant, currency);
    book.owed += (vested * rise) / SCALE - book.taken;
    book.contingent += (contingent * rise) / SCALE;
    book.taken = 0n;
    book.base = greater(level, book.base);
    return ((grant.units - vested - contingent) * rise) / SCALE;
  });
  grant.units -= lost;
  grant.contingent = contingent;
  books.classes[grant.terms.class] = (books.classes[grant.terms.class] ?? 0n) - lost;
  for (const [currency, amount] of freed.entries()) freeMoney(books, currency, amount);
}

/** Shares what nobody earns any more. */
export function freeMoney(books: PlanBooks, currency: number, amount: bigint): void {
  const book = levelIn(books, currency);
  const before = book.level;
  if (books.terms.restToTreasury) book.treasury += amount;
  else shareMoney(books, currency, amount);
  if (amount > 0n || book.level > before) books.freed.push({ currency, amount, level: book.level });
}
