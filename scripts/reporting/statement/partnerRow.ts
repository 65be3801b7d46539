import { isFinal, periodAt, periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { CurrencyBook, Movement, PartyBook, SettledBook } from "../../../core/ledger/Books.ts";
import { creditsOf } from "../../../core/ledger/creditsOf.ts";
import type { Earnings } from "../../../core/ledger/Earnings.ts";
import { FIRST_POOL, type PartnerState } from "../../../core/ledger/PartnerState.ts";
import { lesser } from "../../../core/money/lesser.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { Ledger, StatementRow } from "./StatementRow.ts";
import { settledIn, settledLedger } from "./settledIn.ts";

/** What a partner or pool has in one currency: its credits, milestones and what disputes brought it at once. */
export function partnerRow(
  terms: Terms,
  book: CurrencyBook,
  { name, wallet, number }: PartnerState,
  now: number,
  period: number | undefined,
): StatementRow {
  const party = book.parties.get(wallet);
  const own = ownOf(party);
  const credits =
    period === undefined ? creditsOf(terms, party, now) : creditsIn(terms, party, period, now);
  const { earned, claimed } = settledIn(terms, own, period);
  const row: StatementRow = {
    partner: name,
    wallet,
    source: number < FIRST_POOL ? "partner" : "pool",
    currency: book.currency,
    ...credits,
    earned: credits.earned + earned,
    locked: credits.locked + earned,
    claimed: credits.claimed + claimed,
    claimable: credits.claimable + earned - claimed,
    withheld: withheldOf(terms, party, period),
  };
  return period === undefined ? row : { ...row, ledger: ledgerOf(terms, party, own, period) };
}

/** What was settled for a partner beside its credits. */
function ownOf(party: PartyBook | undefined): SettledBook[] {
  return [...(party?.settled ?? [])]
    .filter(([source]) => source === "dispute" || source.startsWith("milestone:"))
    .map(([, settled]) => settled);
}

function withheldOf(terms: Terms, party: PartyBook | undefined, period: number | undefined) {
  const withheld = (party?.withheld ?? []).filter(
    ({ time }) => period === undefined || periodAt(terms, time) === period,
  );
  return sumOfAmounts(withheld);
}

/** The lines of one period, as they stand now. Claims pay the oldest periods first. */
function creditsIn(
  terms: Terms,
  party: PartyBook | undefined,
  period: number,
  now: number,
): Earnings {
  const { earned = 0n, reversed = 0n, frozen = 0n } = party?.credits.get(period) ?? {};
  const left = earned - reversed;
  const sums = { earned, reversed, frozen };
  if (!isFinal(terms, period, now))
    return { ...sums, held: left, locked: 0n, claimed: 0n, claimable: 0n };
  const claimed = lesser(left, paidFrom(party, period));
  return { ...sums, held: 0n, locked: left, claimed, claimable: left - claimed };
}

function paidFrom(party: PartyBook | undefined, period: number): bigint {
  let paid = party?.creditsPaid ?? 0n;
  for (const [earlier, { earned, reversed }] of party?.credits ?? []) {
    if (earlier < period) paid -= earned - reversed;
  }
  return paid > 0n ? paid : 0n;
}

function ledgerOf(
  terms: Terms,
  party: PartyBook | undefined,
  settled: readonly SettledBook[],
  period: number,
): Ledger {
  const from = periodStart(terms, period);
  const to = periodStart(terms, period + 1);
  const movements = party?.movements ?? [];
  const beside = settledLedger(terms, settled, period);
  const opening = balanceOf(movements.filter(({ time }) => time < from));
  const own = movements.filter(({ time }) => time >= from && time < to);
  return {
    opening: opening + beside.opening,
    refunded: totalOf(own, "reversed"),
    paid: totalOf(own, "claimed") + beside.paid,
    closing: opening + balanceOf(own) + beside.closing,
  };
}

function balanceOf(movements: readonly Movement[]): bigint {
  return (
    totalOf(movements, "earned") - totalOf(movements, "reversed") - totalOf(movements, "claimed")
  );
}

function totalOf(movements: readonly Movement[], wanted: Movement["kind"]): bigint {
  return sumOfAmounts(movements.filter(({ kind }) => kind === wanted));
}
