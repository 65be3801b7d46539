import { periodAt } from "../deal/periods.ts";
import { standingRateOf } from "../deal/standingRateOf.ts";
import type { EventNamed } from "../logs/decodeEvents.ts";
import { addRevenue } from "./addRevenue.ts";
import { type Books, currencyBook, type Entry, partyOf, type SaleBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { countSale } from "./countSale.ts";
import { addCredit } from "./credits.ts";

/** Enters a posted sale: its lines as credits, its amount as revenue. */
export function applyPosted(
  { books, terms, time }: Entry,
  args: EventNamed<"SalePosted">["args"],
): void {
  const { saleId, kind, currency, amount, setAside, lines } = args;
  if (books.sales.has(saleId)) throw new BrokenHistoryError(`the sale ${saleId} is posted twice`);
  const book = currencyBook(books, currency);
  const payer = takePayer(books, saleId);
  const period = periodAt(terms, time);
  for (const { partner, amount: earned } of lines) {
    addCredit(book, partner, period, { earned });
    partyOf(book, partner).movements.push({ time, kind: "earned", amount: earned });
  }
  // Paid elsewhere: the funds gave the lines and what was set aside.
  if (payer === undefined) book.funds -= lines.reduce((sum, line) => sum + line.amount, setAside);
  book.posted.set(period, (book.posted.get(period) ?? 0n) + amount);
  addRevenue(terms, book, { kind, time, revenue: amount, setAside });
  const standingRate = standingRateOf(terms, kind, time);
  const sale: SaleBook = {
    ...{ kind, currency, amount, setAside, payer, time, period, lines, standingRate },
    refunded: 0n,
    dispute: undefined,
  };
  books.sales.set(saleId, sale);
  countSale(books, terms, sale);
}

function takePayer(books: Books, saleId: string) {
  const payer = books.payment?.saleId === saleId ? books.payment.payer : undefined;
  books.payment = undefined;
  return payer;
}
