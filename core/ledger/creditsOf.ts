import type { Terms } from "../terms/ParsedTerms.ts";
import type { PartyBook } from "./Books.ts";
import type { Earnings } from "./Earnings.ts";
import { lockedPeriods } from "./schedule.ts";

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
    if (isHeld(terms, period, now)) held += credit.earned - credit.reversed;
  }
  const locked = earned - reversed - held;
  const claimed = party?.creditsPaid ?? 0n;
  return { earned, reversed, held, frozen, locked, claimed, claimable: locked - claimed };
}

/** Whether the lines of a period can still be refunded. With no hold none ever can. */
export function isHeld(terms: Terms, period: number, now: number): boolean {
  return terms.holdPeriods > 0 && period >= lockedPeriods(terms, now);
}
