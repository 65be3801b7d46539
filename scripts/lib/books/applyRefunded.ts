import type { EventNamed } from "../history/readEvents.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import { bucketAt } from "./addRevenue.ts";
import { type Books, type CurrencyBook, currencyBook, partyOf, type SaleBook } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import { settle } from "./settle.ts";

/** Enters a refund: takes back from the lines, from the revenue, and gives it to whoever funded the sale. */
export function applyRefunded(
  terms: Terms,
  books: Books,
  args: EventNamed<"SaleRefunded">["args"],
  time: number,
): void {
  const { saleId, refundId, amount, returned, brought, reversed } = args;
  const sale = books.sales.get(saleId);
  if (sale === undefined)
    throw new BrokenHistoryError(`the sale ${saleId} is refunded, but was never posted`);
  if (books.refunds.has(refundId))
    throw new BrokenHistoryError(`the refund ${refundId} is made twice`);
  books.refunds.add(refundId);
  const book = currencyBook(books, sale.currency);
  sale.refunded += amount;
  reverseLines(book, sale, reversed, time);
  const taken = reversed.reduce((sum, part) => sum + part, brought);
  const bucket = bucketAt(terms, book, sale.kind, sale.time);
  bucket.revenue -= amount;
  // Lines that give back more than is returned, for rounding, leave the difference to the residual.
  bucket.brought -= brought - (taken - returned);
  if (sale.payer === undefined) book.funds += returned;
  else settle(book, sale.payer, "returned", returned);
}

function reverseLines(
  book: CurrencyBook,
  { lines, period }: SaleBook,
  reversed: readonly bigint[],
  time: number,
): void {
  for (const [index, line] of lines.entries()) {
    const part = reversed[index] ?? 0n;
    const party = partyOf(book, line.partner);
    const credit = party.credits.get(period);
    if (credit !== undefined)
      party.credits.set(period, { ...credit, reversed: credit.reversed + part });
    party.movements.push({ time, kind: "reversed", amount: part });
  }
}
