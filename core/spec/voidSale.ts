import { leftOf } from "../deal/leftOf.ts";
import { isFinal } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import { leaveSale } from "./leaveSale.ts";
import type { Books } from "./openBooks.ts";
import { openDispute } from "./openDispute.ts";
import { reverseSale } from "./reverseSale.ts";

/**
 * Makes a disputed sale void: while it is held as a refund of all that is left, later of its lines
 * alone. Returns what goes back to its payer, or to the funds where it was paid elsewhere.
 */
export function voidSale(books: Books, key: string, time: Time): bigint {
  const sale = openDispute(books, key, time);
  if (!isFinal(books.terms, sale.period, time)) {
    const left = sale.amount - sale.refunded;
    const { returned } = reverseSale(books, sale, left);
    leaveSale(books, sale, time);
    sale.dispute.state = "void";
    return returned;
  }
  let returned = 0n;
  for (const amount of leftOf(sale)) returned += amount;
  books.frozen.set(sale.currency, (books.frozen.get(sale.currency) ?? 0n) - returned);
  leaveSale(books, sale, time);
  if (sale.payer !== undefined) accountIn(books, sale.payer, sale.currency).settled += returned;
  sale.dispute.state = "void";
  return returned;
}
