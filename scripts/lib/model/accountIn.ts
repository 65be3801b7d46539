import type { Books, PartyAccount } from "./openBooks.ts";

/** A party's account in a currency, opened where it has none. */
export function accountIn(books: Books, party: string, currency: number): PartyAccount {
  const key = `${currency}:${party}`;
  const found = books.accounts.get(key);
  if (found !== undefined) return found;
  const opened: PartyAccount = { periods: new Map(), settled: 0n, claimed: 0n };
  books.accounts.set(key, opened);
  return opened;
}
