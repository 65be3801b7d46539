import type { Time } from "../deal/Terms.ts";
import { claimableOf } from "./claimableOf.ts";
import type { Books } from "./openBooks.ts";
import { payParty } from "./payParty.ts";

/** Pays a party everything of its that is locked. Returns what leaves the program. */
export function claimAll(books: Books, party: string, currency: number, time: Time): bigint {
  const claimable = claimableOf(books, party, currency, time);
  return payParty(books, party, currency, claimable);
}
