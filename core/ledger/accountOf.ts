import type { Terms } from "../deal/Terms.ts";
import type { PartyBook } from "./Books.ts";
import { creditsOf } from "./creditsOf.ts";
import type { Earnings } from "./Earnings.ts";

/** All of an address's books in one currency: its credits, and what was settled for it. */
export function accountOf(terms: Terms, party: PartyBook | undefined, now: number): Earnings {
  const credits = creditsOf(terms, party, now);
  let settled = 0n;
  let paid = 0n;
  for (const source of party?.settled.values() ?? []) {
    settled += source.settled;
    paid += source.paid;
  }
  return {
    earned: credits.earned + settled,
    reversed: credits.reversed,
    held: credits.held,
    frozen: credits.frozen,
    locked: credits.locked + settled,
    claimed: credits.claimed + paid,
    claimable: credits.claimable + settled - paid,
  };
}
