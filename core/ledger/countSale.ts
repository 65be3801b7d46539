import { type Books, currencyBook, partyOf } from "./Books.ts";
import { addCredit } from "./credits.ts";
import { FIRST_POOL } from "./PartnerState.ts";
import type { SaleBook } from "./SaleBook.ts";

/** Counts a sale once for each partner that has a line of its own in it, where graduation or milestones ask for that. */
export function countSale(books: Books, { currency, period, lines }: SaleBook): void {
  const book = currencyBook(books, currency);
  for (const { partner, counts } of lines)
    if (counts) addCredit(book, partner, period, { sales: 1 });
}

/** Counts a sale that stands when it is final already, with what its lines bring. */
export function countLate(
  books: Books,
  { currency, lines }: SaleBook,
  amounts: readonly bigint[],
): void {
  if (!lines.some(({ counts }) => counts)) return;
  const book = currencyBook(books, currency);
  for (const [index, { partner, number, counts }] of lines.entries()) {
    // A pool reaches nothing.
    if (number >= FIRST_POOL) continue;
    const party = partyOf(book, partner);
    const { earned, sales } = party.late;
    party.late = { earned: earned + (amounts[index] ?? 0n), sales: sales + Number(counts) };
  }
}

/** Counts it no more. */
export function uncountSale(books: Books, { currency, period, lines }: SaleBook): void {
  const book = currencyBook(books, currency);
  for (const { partner, counts } of lines)
    if (counts) addCredit(book, partner, period, { sales: -1 });
}
