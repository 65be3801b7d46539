import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";

/** Makes what a standing line got its holder's. */
export function giveHolder(books: Books, line: number, currency: number, amount: bigint): void {
  const key = `${currency}:${line}`;
  books.settledLines.set(key, (books.settledLines.get(key) ?? 0n) + amount);
  accountIn(books, books.terms.standing[line]?.holder ?? "", currency).settled += amount;
}
