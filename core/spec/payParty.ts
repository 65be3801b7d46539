import { zeroAddress } from "viem";
import { shareOf } from "../deal/shareOf.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";

/** Pays a party, less what goes to the tax account. Returns what leaves the program. */
export function payParty(books: Books, party: string, currency: number, amount: bigint): bigint {
  const account = accountIn(books, party, currency);
  const rate = books.withholding.get(party) ?? 0;
  const withheld = shareOf(amount, rate);
  account.claimed += amount;
  account.withheld += withheld;
  const { taxAccount } = books.terms.rules;
  if (taxAccount !== zeroAddress) accountIn(books, taxAccount, currency).settled += withheld;
  return amount - withheld;
}
