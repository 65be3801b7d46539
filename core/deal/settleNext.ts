import { fundGuarantees } from "./fundGuarantees.ts";
import type { Settlement, SettlementContext } from "./Settlement.ts";
import { segmentAt } from "./segmentAt.ts";
import { settleSegment } from "./settleSegment.ts";

/** What settling one segment more changes, in the currency's smallest unit. */
export interface SettlementStep {
  readonly after: Settlement;
  readonly period: number;
  /** What becomes the holder's of each conditional line. */
  readonly lines: ReadonlyMap<number, bigint>;
  /** What becomes the treasury's: nothing before the period is complete. */
  readonly treasury: bigint;
  /** What guarantees took of the period's residual and of the lines' reserves, and what became arrears. */
  readonly fromResidual: bigint;
  readonly fromReserve: bigint;
  readonly unfunded: bigint;
}

/** Settles the first segment that is not settled, and ends its period where it is the last one. */
export function settleNext(context: SettlementContext, before: Settlement): SettlementStep {
  const segment = segmentAt(context.terms, before.next);
  const { period } = segment;
  const { residual, earned, clauses } = settleSegment(context, segment, before.clauses);
  const settled = { next: segment.end, residual: before.residual + residual, clauses };
  if (!segment.isLast) {
    const nothing = { treasury: 0n, fromResidual: 0n, fromReserve: 0n, unfunded: 0n };
    return { after: settled, period, lines: earned, ...nothing };
  }
  const { after, lines, fromReserve, unfunded } = fundGuarantees(context, period, settled);
  const both = new Map(earned);
  for (const [line, amount] of lines) both.set(line, (both.get(line) ?? 0n) + amount);
  return {
    ...{ after: { ...after, residual: 0n }, period, lines: both },
    ...{ treasury: after.residual, unfunded },
    ...{ fromResidual: settled.residual - after.residual, fromReserve },
  };
}
