import type { Time } from "../deal/Terms.ts";
import { WHOLE } from "../money/ppm.ts";
import { advanceGrant } from "./advanceGrant.ts";
import { bookOf } from "./bookOf.ts";
import { earningsOf } from "./earningsOf.ts";
import type { Grant, PlanBooks } from "./PlanBooks.ts";
import { isExitSoon } from "./vestedUnits.ts";

/**
 * Pays what is payable and owed; the part withheld of it goes to the tax account. Returns what was paid in all; where that is nothing,
 * nothing is changed.
 */
export function claimGrant(books: PlanBooks, grant: Grant, currency: number, time: Time): bigint {
  const due = earningsOf(books, grant, currency, time);
  const amount = due.payable + due.owed;
  if (amount === 0n) return 0n;
  if (books.terms.flow) advanceGrant(books, grant, currency, time);
  const { payable } = earningsOf(books, grant, currency, time);
  const book = bookOf(grant, currency);
  book.taken += payable;
  book.owed = 0n;
  if (isExitSoon(grant, books.exit, books.terms.window)) book.contingent = 0n;
  book.paid += amount;
  book.withheld += (amount * BigInt(grant.terms.withholding)) / WHOLE;
  return amount;
}
