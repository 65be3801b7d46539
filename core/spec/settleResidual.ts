import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import { giveHolder } from "./giveHolder.ts";
import type { Books } from "./openBooks.ts";
import { settlePeriods } from "./settlePeriods.ts";

export interface ResidualToSettle {
  readonly treasury: string;
  readonly currency: number;
  /** The most segments to settle. */
  readonly segments: number;
}

/**
 * Makes the residual of locked periods the treasury's, and what conditional lines earned their
 * holders'. Returns the treasury's step.
 */
export function settleResidual(
  books: Books,
  { treasury, currency, segments }: ResidualToSettle,
  time: Time,
): bigint {
  const settled = settlePeriods(books, currency, time, segments);
  books.settlements.set(currency, settled.after);
  books.settledResidual.set(
    currency,
    (books.settledResidual.get(currency) ?? 0n) + settled.treasury,
  );
  accountIn(books, treasury, currency).settled += settled.treasury;
  for (const [line, amount] of settled.lines) giveHolder(books, line, currency, amount);
  return settled.treasury;
}
