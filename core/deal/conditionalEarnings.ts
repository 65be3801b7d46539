import { lesser } from "../money/lesser.ts";
import type { Ppm } from "../money/ppm.ts";
import { sum } from "../money/sum.ts";
import { amountOf } from "./amountOf.ts";
import type { ClauseBook } from "./Settlement.ts";
import { shareOf } from "./shareOf.ts";
import { NEVER, PER_YEAR, type StandingLine, type Time } from "./Terms.ts";
import { yearsSince } from "./years.ts";

/** A segment as a running line sees it. */
export interface LineSegment {
  readonly start: Time;
  /** By its place. */
  readonly currency: number;
  /** The line's rate in it. */
  readonly rate: Ppm;
  /** Of each of the line's kinds, in the currency's smallest unit. */
  readonly revenues: readonly bigint[];
}

/**
 * What a conditional line earns in one segment, rounded down per kind, or beyond a threshold once:
 *
 *     raw    = Σ ⌊revenue × rate⌋, or ⌊(counted after − counted before, each less the threshold) × rate⌋
 *     earned = min( raw, cap − what the cap's running year or life has used )
 */
export function conditionalEarnings(
  { starts, clauses }: StandingLine,
  { start, currency, rate, revenues }: LineSegment,
  before: ClauseBook,
): { readonly earned: bigint; readonly book: ClauseBook } {
  const cap = amountOf(clauses.cap, currency);
  const threshold = amountOf(clauses.threshold, currency);
  const capPer = cap === 0n ? NEVER : clauses.capPer;
  const thresholdPer = threshold === 0n ? NEVER : clauses.thresholdPer;
  const year = yearsSince(starts, start);
  const [capYear, used] = inYear(capPer, year, before.capYear, before.capped);
  const [countedYear, counted] = inYear(thresholdPer, year, before.countedYear, before.counted);
  const after = thresholdPer === NEVER ? counted : counted + sum(revenues);
  const raw =
    thresholdPer === NEVER
      ? sum(revenues.map((revenue) => shareOf(revenue, rate)))
      : shareOf(beyond(threshold, after) - beyond(threshold, counted), rate);
  const earned = capPer === NEVER ? raw : lesser(raw, beyond(used, cap));
  const capped = capPer === NEVER ? used : used + earned;
  const sofar = before.earned + earned;
  return {
    earned,
    book: { ...before, capYear, capped, countedYear, counted: after, earned: sofar },
  };
}

/** What a clause has counted, in the year that it counts in: a yearly one begins anew. */
function inYear(per: number, year: number, before: number, amount: bigint): [number, bigint] {
  if (per !== PER_YEAR) return [before, amount];
  return [year, year === before ? amount : 0n];
}

/** What of an amount lies beyond another. */
function beyond(from: bigint, amount: bigint): bigint {
  return amount > from ? amount - from : 0n;
}
