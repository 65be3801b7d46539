import { isFinal } from "../deal/periods.ts";
import type { Terms } from "../deal/Terms.ts";
import type { PartyBook } from "./Books.ts";
import type { Earnings } from "./Earnings.ts";

/** A partner's credits of all periods. */
export function creditsOf(terms: Terms, party: PartyBook | undefined, now: number): Earnings {
  let earned = 0n;
  let reversed = 0n;
  let held = 0n;
  let frozen = 0n;
  for (const [period, credit] of party?.credits ?? []) {
    earned += credit.earned;
    reversed += credit.reversed;
    frozen += credit.frozen;
    if (!isFinal(terms, period, now)) held += credit.earned - credit.reversed;
  }
  const locked = earned - reversed - held;
  const claimed = party?.creditsPaid ?? 0n;
  return { earned, reversed, held, frozen, locked, claimed, claimable: locked - claimed };
}
