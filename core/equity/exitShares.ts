import type { Time } from "../deal/Terms.ts";
import { advanceGrant } from "./advanceGrant.ts";
import { earningsOf } from "./earningsOf.ts";
import { levelIn } from "./levelIn.ts";
import type { PlanBooks } from "./PlanBooks.ts";
import { shareMoney } from "./shareMoney.ts";

/** Who has what of money that arrives all at once. Together with what rounding leaves in the plan it is that money. */
export interface ExitShares {
  readonly amount: bigint;
  /** By the plan's order; what units have that are not vested is held. */
  readonly grants: readonly bigint[];
  readonly treasury: bigint;
  /** Nobody takes part in it yet. */
  readonly waiting: bigint;
  readonly rounding: bigint;
}

/** What would come of money if it arrived now. The books stay as they are. */
export function exitShares(
  books: PlanBooks,
  currency: number,
  amount: bigint,
  time: Time,
): ExitShares {
  // What waits may be somebody's by now, and is none of this money.
  const before = sharedIn(books, currency, 0n, time);
  const after = sharedIn(books, currency, amount, time);
  const grants = after.grants.map((earned, index) => earned - (before.grants[index] ?? 0n));
  const treasury = after.treasury - before.treasury;
  const waiting = after.waiting - before.waiting;
  const all = grants.reduce((sum, one) => sum + one, treasury + waiting);
  return { amount, grants, treasury, waiting, rounding: amount - all };
}

function sharedIn(books: PlanBooks, currency: number, amount: bigint, time: Time) {
  const copy: PlanBooks = {
    ...books,
    levels: books.levels.map((level) => ({ ...level })),
    grants: books.grants.map((grant) => ({
      ...grant,
      books: grant.books.map((book) => ({ ...book })),
    })),
  };
  shareMoney(copy, currency, amount);
  if (books.terms.flow) for (const grant of copy.grants) advanceGrant(copy, grant, currency, time);
  const { treasury, waiting } = levelIn(copy, currency);
  const grants = copy.grants.map((grant) => {
    const { held, payable, owed, paid } = earningsOf(copy, grant, currency, time);
    return held + payable + owed + paid;
  });
  return { treasury, waiting, grants };
}
