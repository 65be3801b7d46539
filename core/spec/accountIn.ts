import type { Books, PartyAccount } from "./openBooks.ts";

/** A party's account in a currency, opened where it has none. */
export function accountIn(books: Books, party: string, currency: number): PartyAccount {
  let accounts = books.accounts.get(currency);
  if (accounts === undefined) {
    accounts = new Map();
    books.accounts.set(currency, accounts);
  }
  const found = accounts.get(party);
  if (found !== undefined) return found;
  const opened: PartyAccount = { periods: new Map(), settled: 0n, claimed: 0n, withheld: 0n };
  accounts.set(party, opened);
  return opened;
}
