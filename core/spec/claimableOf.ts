import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { statementOf } from "./statementOf.ts";
import { waitsToAccept } from "./waitsToAccept.ts";

/**
 * What a claim would pay a party now. Who has not accepted the terms is paid what is no credit.
 */
export function claimableOf(books: Books, party: string, currency: number, time: Time): bigint {
  if (!waitsToAccept(books, party)) return statementOf(books, party, currency, time).claimable;
  const { settled, claimed } = accountIn(books, party, currency);
  return settled - claimed;
}
