import { periodStart } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Movement, SettledBook } from "../../../core/ledger/Books.ts";
import { lesser } from "../../../core/money/lesser.ts";
import type { Ledger } from "./StatementRow.ts";

/** What was settled from some sources and claimed of it: of all time, or of what was settled in one period. Claims pay the oldest first. */
export function settledIn(
  terms: Terms,
  sources: readonly SettledBook[],
  period: number | undefined,
): { earned: bigint; claimed: bigint } {
  let earned = 0n;
  let claimed = 0n;
  for (const { settled, paid, movements } of sources) {
    const { before, within } =
      period === undefined
        ? { before: 0n, within: settled }
        : split(terms, movements, "earned", period);
    earned += within;
    claimed += lesser(within, paid > before ? paid - before : 0n);
  }
  return { earned, claimed };
}

/** The same by the dates on which it moved. */
export function settledLedger(
  terms: Terms,
  sources: readonly SettledBook[],
  period: number,
): Ledger {
  const movements = sources.flatMap((source) => source.movements);
  const earned = split(terms, movements, "earned", period);
  const paid = split(terms, movements, "claimed", period);
  const opening = earned.before - paid.before;
  const closing = opening + earned.within - paid.within;
  return { opening, refunded: 0n, paid: paid.within, closing };
}

/** What moved before a period and in it. */
function split(
  terms: Terms,
  movements: readonly Movement[],
  wanted: Movement["kind"],
  period: number,
): { before: bigint; within: bigint } {
  const from = periodStart(terms, period);
  const to = periodStart(terms, period + 1);
  let before = 0n;
  let within = 0n;
  for (const { time, kind, amount } of movements) {
    if (kind !== wanted) continue;
    if (time < from) before += amount;
    else if (time < to) within += amount;
  }
  return { before, within };
}
