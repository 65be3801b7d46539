import { type Refund, refundOf } from "../deal/refundOf.ts";
import { standingRateOf } from "../deal/standingRateOf.ts";
import { accountIn } from "./accountIn.ts";
import { countRevenue } from "./countRevenue.ts";
import { countSale } from "./countSale.ts";
import { creditsIn } from "./creditsIn.ts";
import type { BookedSale, Books } from "./openBooks.ts";

/** Takes back a part of a held sale, at its own frozen amounts. */
export function reverseSale(books: Books, sale: BookedSale, amount: bigint): Refund {
  const { kind, currency, start } = sale;
  const refund = refundOf(sale, standingRateOf(books.terms, kind, start), amount);
  sale.refunded += amount;
  takeBack(books, sale, refund.reversed);
  countRevenue(books, { kind, currency, time: start, amount: -amount, setAside: -refund.setAside });
  // A sale in dispute does not count.
  const counts = sale.dispute?.state !== "open";
  if (counts && sale.refunded === sale.amount) countSale(books, sale, -1);
  if (sale.payer !== undefined) accountIn(books, sale.payer, currency).settled += amount;
  return refund;
}

/** From the partners' books, or from what a dispute froze. */
function takeBack(books: Books, sale: BookedSale, reversed: readonly bigint[]): void {
  const { currency, period } = sale;
  const isFrozen = sale.dispute?.state === "open";
  for (const [index, line] of sale.lines.entries()) {
    const step = reversed[index] ?? 0n;
    if (isFrozen) books.frozen.set(currency, (books.frozen.get(currency) ?? 0n) - step);
    else creditsIn(books, line.partner, currency, period).reversed += step;
  }
}
