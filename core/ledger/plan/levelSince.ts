import type { Time } from "../../deal/Terms.ts";
import { levelIn } from "../../equity/levelIn.ts";
import { moneyAt, type PlanLedger } from "./PlanLedger.ts";

const PRICED_PERIODS = 12;

/** The period of calls at a time. */
function periodAt({ settings: { start, period } }: PlanLedger, time: Time): number {
  return time < start ? 0 : Math.floor((time - start) / period);
}

/** The level as the period began that is twelve before the running one: before it moved the next time. */
export function levelSince(ledger: PlanLedger, currency: number, time: Time): bigint {
  const { marks } = moneyAt(ledger, currency);
  const until = periodAt(ledger, time);
  for (let period = until - PRICED_PERIODS; period <= until; period++) {
    const level = marks.get(period);
    if (level !== undefined) return level;
  }
  return levelIn(ledger.books, currency).level;
}

/** Keeps the levels as they were before an event, where that was the first one to move them in its period. */
export function markLevels(ledger: PlanLedger, before: readonly bigint[], time: Time): void {
  if (ledger.settings.callWindow === 0) return;
  const period = periodAt(ledger, time);
  for (const [currency, level] of before.entries()) {
    const { marks } = moneyAt(ledger, currency);
    const hasMoved = levelIn(ledger.books, currency).level > level;
    if (hasMoved && !marks.has(period)) marks.set(period, level);
  }
}
