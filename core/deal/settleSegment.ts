import { sum } from "../money/sum.ts";
import { conditionalEarnings } from "./conditionalEarnings.ts";
import { isConditional } from "./isConditional.ts";
import { isRunning } from "./isRunning.ts";
import { type ClauseBook, EMPTY_CLAUSE_BOOK, type SettlementContext } from "./Settlement.ts";
import type { Segment } from "./segmentAt.ts";
import { shareOf } from "./shareOf.ts";
import { isOn, standingRateAt } from "./standingRateAt.ts";

export interface SettledSegment {
  /** What came in beyond what all standing lines earn. */
  readonly residual: bigint;
  /** What each conditional line earned. */
  readonly earned: ReadonlyMap<number, bigint>;
  readonly clauses: ReadonlyMap<number, ClauseBook>;
}

/**
 * Works out one segment, from what conditional lines have earned before it:
 *
 *     residual = Σ setAside − Σ earned, where other lines earn ⌊revenue × rate⌋ per kind
 */
export function settleSegment(
  context: SettlementContext,
  segment: Segment,
  before: ReadonlyMap<number, ClauseBook>,
): SettledSegment {
  const { terms, currency } = context;
  const { start } = segment;
  const all = context.revenueOf(segment);
  let residual = sum(all.map(({ setAside }) => setAside));
  const earned = new Map<number, bigint>();
  const clauses = new Map(before);
  for (const [index, line] of terms.standing.entries()) {
    if (!isRunning(context, index, start)) continue;
    const rate = standingRateAt(line, start);
    const revenues = all
      .filter(({ kind }) => isOn(terms, line, kind))
      .map(({ revenue }) => revenue);
    if (!isConditional(line)) {
      residual -= sum(revenues.map((revenue) => shareOf(revenue, rate)));
      continue;
    }
    const book = clauses.get(index) ?? EMPTY_CLAUSE_BOOK;
    const step = conditionalEarnings(line, { start, currency, rate, revenues }, book);
    residual -= step.earned;
    earned.set(index, step.earned);
    clauses.set(index, step.book);
  }
  return { residual, earned, clauses };
}
