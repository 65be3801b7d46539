import type { CurrencyBook, Movement, PartnerState, PartyBook } from "../books/Books.ts";
import { creditsOf, isHeld } from "../books/creditsOf.ts";
import type { Earnings } from "../books/Earnings.ts";
import { periodStart } from "../books/schedule.ts";
import type { Currency } from "../chain/Currency.ts";
import { lesser } from "../money/lesser.ts";
import type { Terms } from "../terms/ParsedTerms.ts";
import type { Ledger, StatementRow } from "./StatementRow.ts";

/** A partner's credits in one currency: of all time, or of one period. */
export function partnerRow(
  terms: Terms,
  book: CurrencyBook,
  { name, wallet }: PartnerState,
  currency: Currency,
  now: number,
  period: number | undefined,
): StatementRow {
  const party = book.parties.get(wallet);
  const common = { partner: name, wallet, source: "partner", currency } as const;
  if (period === undefined) return { ...common, ...creditsOf(terms, party, now) };
  return {
    ...common,
    ...creditsIn(terms, party, period, now),
    ledger: ledgerOf(terms, party, period),
  };
}

/** The lines of one period, as they stand now. Claims pay the oldest periods first. */
function creditsIn(
  terms: Terms,
  party: PartyBook | undefined,
  period: number,
  now: number,
): Earnings {
  const { earned, reversed } = party?.credits.get(period) ?? { earned: 0n, reversed: 0n };
  const left = earned - reversed;
  if (isHeld(terms, period, now))
    return { earned, reversed, held: left, locked: 0n, claimed: 0n, claimable: 0n };
  const claimed = lesser(left, paidFrom(party, period));
  return { earned, reversed, held: 0n, locked: left, claimed, claimable: left - claimed };
}

function paidFrom(party: PartyBook | undefined, period: number): bigint {
  let paid = party?.creditsPaid ?? 0n;
  for (const [earlier, { earned, reversed }] of party?.credits ?? []) {
    if (earlier < period) paid -= earned - reversed;
  }
  return paid > 0n ? paid : 0n;
}

function ledgerOf(terms: Terms, party: PartyBook | undefined, period: number): Ledger {
  const from = periodStart(terms, period);
  const to = periodStart(terms, period + 1);
  const movements = party?.movements ?? [];
  const opening = balanceOf(movements.filter(({ time }) => time < from));
  const own = movements.filter(({ time }) => time >= from && time < to);
  return {
    opening,
    refunded: sumOf(own, "reversed"),
    paid: sumOf(own, "claimed"),
    closing: opening + balanceOf(own),
  };
}

function balanceOf(movements: readonly Movement[]): bigint {
  return sumOf(movements, "earned") - sumOf(movements, "reversed") - sumOf(movements, "claimed");
}

function sumOf(movements: readonly Movement[], wanted: Movement["kind"]): bigint {
  return movements.reduce((sum, { kind, amount }) => (kind === wanted ? sum + amount : sum), 0n);
}
