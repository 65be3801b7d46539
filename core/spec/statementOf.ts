import { isFinal } from "../deal/periods.ts";
import type { Time } from "../deal/Terms.ts";
import { accountIn } from "./accountIn.ts";
import type { Books } from "./openBooks.ts";

/** A party's books in one currency. `earned = held + locked + reversed`. */
export interface Statement {
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly held: bigint;
  /** Final, whether claimed or not. */
  readonly locked: bigint;
  readonly claimed: bigint;
  /** Final and not yet paid. */
  readonly claimable: bigint;
}

/** A party's books from the first period on, as of `time`. */
export function statementOf(books: Books, party: string, currency: number, time: Time): Statement {
  const { periods, settled, claimed } = accountIn(books, party, currency);
  let [earned, reversed, held, locked] = [settled, 0n, 0n, settled];
  for (const [period, credits] of periods) {
    earned += credits.earned;
    reversed += credits.reversed;
    const left = credits.earned - credits.reversed;
    if (isFinal(books.terms, period, time)) locked += left;
    else held += left;
  }
  return { earned, reversed, held, locked, claimed, claimable: locked - claimed };
}
