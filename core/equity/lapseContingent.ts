import type { Time } from "../deal/Terms.ts";
import { bookOf } from "./bookOf.ts";
import { riseOf } from "./earningsOf.ts";
import { freeMoney } from "./loseUnits.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { SCALE } from "./SCALE.ts";
import { isExitSoon } from "./vestedUnits.ts";

/** Whether what a dismissed holder had waiting for an exit is lost, for none came within the window. */
export function isLapsed({ exit, terms }: PlanBooks, grant: Grant, time: Time): boolean {
  const { left, contingent } = grant;
  return (
    left !== undefined &&
    contingent > 0n &&
    time > left.at + terms.window &&
    !isExitSoon(grant, exit, terms.window)
  );
}

/** What waited for an exit is the holder's if one came in time, and given up else. */
export function closeContingent(books: PlanBooks, grant: Grant): void {
  if (grant.contingent === 0n) return;
  if (!isExitSoon(grant, books.exit, books.terms.window)) {
    lapseContingent(books, grant);
    return;
  }
  grant.contingent = 0n;
  for (const book of grant.books) {
    book.owed += book.contingent;
    book.contingent = 0n;
  }
}

/** Gives back to the plan what waited for an exit in vain, with what it earned. */
export function lapseContingent(books: PlanBooks, grant: Grant): void {
  const { contingent } = grant;
  const freed = books.levels.map((_, currency) => {
    const book = bookOf(grant, currency);
    const rise = riseOf(books, grant, currency);
    const kept = ((grant.units - contingent) * rise) / SCALE;
    const money = book.contingent + (grant.units * rise) / SCALE - kept;
    book.contingent = 0n;
    return money;
  });
  grant.units -= contingent;
  grant.contingent = 0n;
  books.classes[grant.terms.class] = (books.classes[grant.terms.class] ?? 0n) - contingent;
  for (const [currency, amount] of freed.entries()) freeMoney(books, currency, amount);
}
