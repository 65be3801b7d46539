import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { residualEarnings } from "./residualEarnings.ts";
import type { Time } from "./terms.ts";

/** Makes the residual of locked periods the treasury's. Returns the step. */
export function settleResidual(
  books: Books,
  treasury: string,
  currency: number,
  time: Time,
): bigint {
  const locked = residualEarnings(books, currency, time);
  const step = locked - (books.settledResidual.get(currency) ?? 0n);
  books.settledResidual.set(currency, locked);
  accountIn(books, treasury, currency).settled += step;
  return step;
}
