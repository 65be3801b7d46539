import { amountOf } from "../deal/amountOf.ts";
import type { Time } from "../deal/Terms.ts";
import { claimableOf } from "./claimableOf.ts";
import type { Books } from "./openBooks.ts";
import { payParty } from "./payParty.ts";

/** Pays many parties, but those below the terms' minimum. Returns what leaves the program. */
export function claimMany(
  books: Books,
  parties: readonly string[],
  currency: number,
  time: Time,
): bigint {
  const minimum = amountOf(books.terms.rules.minimumPayout, currency);
  const dues = parties.map((party) => claimableOf(books, party, currency, time));
  let paid = 0n;
  for (const [index, party] of parties.entries()) {
    const due = dues[index] ?? 0n;
    if (due > 0n && due >= minimum) paid += payParty(books, party, currency, due);
  }
  return paid;
}
