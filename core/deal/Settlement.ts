import type { LineState } from "./isRunning.ts";
import type { Segment } from "./segmentAt.ts";
import type { Terms, Time } from "./Terms.ts";

/**
 * How far a currency's residual, and the conditional lines together with it, are settled: segment by segment, for what one
 * earns depends on what it earned before, and guarantees are paid out of the residual.
 */
export interface Settlement {
  /** When the first segment begins that is not settled. */
  readonly next: Time;
  /** Of the segments of its period that are. */
  readonly residual: bigint;
  /** By the line's place. */
  readonly clauses: ReadonlyMap<number, ClauseBook>;
}

/** What a conditional line has earned in one currency; the years are the line's own. */
export interface ClauseBook {
  /** In the running year or life of the cap. */
  readonly capped: bigint;
  readonly capYear: number;
  /** Revenue of its kinds in the running year or life of the threshold. */
  readonly counted: bigint;
  readonly countedYear: number;
  /** In the period being settled. */
  readonly earned: bigint;
  /** Guaranteed and not yet funded. */
  readonly arrears: bigint;
  /** What backs its guarantee, and nothing else. */
  readonly reserve: bigint;
}

/** Of a line that has earned nothing. */
export const EMPTY_CLAUSE_BOOK: ClauseBook = {
  capped: 0n,
  capYear: 0,
  counted: 0n,
  countedYear: 0,
  earned: 0n,
  arrears: 0n,
  reserve: 0n,
};

/** Revenue of one kind in one segment, less refunds. */
interface Revenue {
  readonly kind: number;
  readonly revenue: bigint;
  /** What of it came in for standing lines and the residual. */
  readonly setAside: bigint;
}

/** What a settlement goes over: one currency under the terms in force. */
export interface SettlementContext {
  readonly terms: Terms;
  /** The currency's place. */
  readonly currency: number;
  /** What was agreed of standing lines beside the terms. */
  readonly lines: ReadonlyMap<number, LineState>;
  readonly revenueOf: (segment: Segment) => readonly Revenue[];
}

/** Where nothing is settled. */
export function unsettled(start: Time): Settlement {
  return { next: start, residual: 0n, clauses: new Map() };
}
