import type { Address } from "viem";
import { type CreditBook, type CurrencyBook, partyOf } from "./Books.ts";

const NONE: CreditBook = { earned: 0n, reversed: 0n, frozen: 0n, sales: 0 };

/** Adds to a party's credits of a period. */
export function addCredit(
  book: CurrencyBook,
  address: Address,
  period: number,
  by: Partial<CreditBook>,
): void {
  const { credits } = partyOf(book, address);
  const { earned, reversed, frozen, sales } = credits.get(period) ?? NONE;
  credits.set(period, {
    earned: earned + (by.earned ?? 0n),
    reversed: reversed + (by.reversed ?? 0n),
    frozen: frozen + (by.frozen ?? 0n),
    sales: sales + (by.sales ?? 0),
  });
}
