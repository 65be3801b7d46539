import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";
import { statementOf } from "./statementOf.ts";
import type { Time } from "./terms.ts";

/** Pays a party everything of its that is locked. Returns the amount. */
export function claimAll(books: Books, party: string, currency: number, time: Time): bigint {
  const { claimable } = statementOf(books, party, currency, time);
  accountIn(books, party, currency).claimed += claimable;
  return claimable;
}
