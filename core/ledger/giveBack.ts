import { bucketAt } from "./addRevenue.ts";
import type { CurrencyBook, Entry } from "./Books.ts";
import type { SaleBook } from "./SaleBook.ts";
import { settle } from "./settle.ts";

export interface Return {
  /** How much of the sale is reversed. */
  readonly amount: bigint;
  /** What goes back to whoever funded it. */
  readonly returned: bigint;
  /** The part of it that standing lines and the residual give back. */
  readonly setAside: bigint;
  /** What its lines give back, rounded up. */
  readonly credited: bigint;
}

/** Takes reversed revenue out of a sale's segment, and gives the money back. */
export function giveBack(
  { terms, time }: Entry,
  book: CurrencyBook,
  sale: SaleBook,
  { amount, returned, setAside, credited }: Return,
): void {
  sale.refunded += amount;
  const bucket = bucketAt(terms, book, sale.kind, sale.time);
  bucket.revenue -= amount;
  // Lines that give back more than is returned, for rounding, leave the difference to the residual.
  bucket.setAside -= setAside - (credited + setAside - returned);
  payBack(book, sale, returned, time);
}

/** To the payer's balance, or to the funds where the sale was paid elsewhere. */
export function payBack(
  book: CurrencyBook,
  { payer }: SaleBook,
  amount: bigint,
  time: number,
): void {
  if (payer === undefined) book.funds += amount;
  else settle(book, payer, { source: "returned", amount, time });
}
