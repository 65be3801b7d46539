import { leftOf } from "../deal/leftOf.ts";
import { isFinal } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import { countLate } from "./countLate.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { Books, Dispute, PostedSale } from "./openBooks.ts";

/**
 * Ends a dispute: what is frozen of each line goes to its partner, held again, or at once where the
 * sale is final meanwhile.
 */
export function standSale(
  books: Books,
  sale: PostedSale & { dispute: Dispute },
  state: "stands" | "reattributed",
  time: Time,
): void {
  const { currency, period } = sale;
  const final = isFinal(books.terms, period, time);
  const left = leftOf(sale);
  for (const [index, { partner }] of sale.lines.entries()) {
    const amount = left[index] ?? 0n;
    if (final) accountIn(books, partner, currency).settled += amount;
    else creditsIn(books, partner, currency, period).earned += amount;
    books.frozen.set(currency, (books.frozen.get(currency) ?? 0n) - amount);
  }
  sale.dispute.state = state;
  if (sale.refunded === sale.amount) return;
  if (final) countLate(books, sale, left);
  else countSale(books, sale, 1);
}
