import { accountIn } from "./accountIn.ts";
import { giveHolder } from "./giveHolder.ts";
import type { Books } from "./openBooks.ts";
import type { Time } from "./terms.ts";
import { walkPeriods } from "./walkPeriods.ts";

export interface ResidualToSettle {
  readonly treasury: string;
  readonly currency: number;
  /** The most segments to walk. */
  readonly segments: number;
}

/**
 * Makes the residual of locked periods the treasury's, and what lines with clauses earned their
 * holders'. Returns the treasury's step.
 */
export function settleResidual(
  books: Books,
  { treasury, currency, segments }: ResidualToSettle,
  time: Time,
): bigint {
  const walk = walkPeriods(books, currency, time, segments);
  books.settlements.set(currency, walk.after);
  books.settledResidual.set(currency, (books.settledResidual.get(currency) ?? 0n) + walk.treasury);
  accountIn(books, treasury, currency).settled += walk.treasury;
  for (const [line, amount] of walk.lines) giveHolder(books, line, currency, amount);
  return walk.treasury;
}
