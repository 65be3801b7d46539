import { nameOfId } from "../ids/nameOfId.ts";
import type { EventNamed } from "../logs/decodeEvents.ts";
import { sumOfAmounts } from "../money/sumOfAmounts.ts";
import { addRevenue } from "./addRevenue.ts";
import { type Books, currencyBook, type Entry, partyOf } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { countSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";
import type { SaleBook } from "./SaleBook.ts";
import { saleOf } from "./saleOf.ts";
import { takePayment } from "./takePayment.ts";

/** Enters a posted sale: its lines as credits, its amount as revenue. */
export function applyPosted(
  { books, terms, time }: Entry,
  { saleId: id, head, words }: EventNamed<"SalePosted">["args"],
): void {
  const sale = saleOf(books, terms, { id, head, words }, time);
  if (books.sales.has(sale.at))
    throw new BrokenHistoryError(`two sales stand at one place, the second is ${nameOfId(id)}`);
  const { kind, amount, setAside, payer, period, lines } = sale;
  const book = currencyBook(books, sale.currency);
  if (payer !== undefined) takePayment(books, id, payer);
  for (const { partner, amount: earned } of lines) {
    addCredit(book, partner, period, { earned });
    partyOf(book, partner).movements.push({ time, kind: "earned", amount: earned });
  }
  // Paid elsewhere: the funds gave the lines and what was set aside.
  if (payer === undefined) book.funds -= sumOfAmounts(lines) + setAside;
  book.posted.set(period, (book.posted.get(period) ?? 0n) + amount);
  addRevenue(terms, book, { kind, time, revenue: amount, setAside });
  enterSale(books, sale);
  countSale(books, sale);
}

function enterSale({ sales, placesOf, unbatched }: Books, sale: SaleBook): void {
  sales.set(sale.at, sale);
  placesOf.set(sale.id, [...(placesOf.get(sale.id) ?? []), sale.at]);
  unbatched.push(sale);
}
