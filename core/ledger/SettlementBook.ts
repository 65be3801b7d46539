import { type Settlement, unsettled } from "../deal/Settlement.ts";
import type { SettlementStep } from "../deal/settleNext.ts";

/** A standing line by its place, or the residual. */
export type SettledSource = number | "residual";

/** How far the residual and the conditional lines are settled in one currency, and what that settled. */
export interface SettlementBook {
  state: Settlement;
  /** By period and source. */
  readonly earned: Map<number, Map<SettledSource, bigint>>;
}

/** What was settled at once. */
export interface SettledSums {
  readonly lines: Map<number, bigint>;
  residual: bigint;
  fromResidual: bigint;
  fromReserve: bigint;
  /** What arrears grew by. */
  unfunded: bigint;
}

export function createSettlementBook(start: number): SettlementBook {
  return { state: unsettled(start), earned: new Map() };
}

export function createSettledSums(): SettledSums {
  return { lines: new Map(), residual: 0n, fromResidual: 0n, fromReserve: 0n, unfunded: 0n };
}

/** Enters what one segment more settles. */
export function enterStep(book: SettlementBook, sums: SettledSums, step: SettlementStep): void {
  const { after, period, lines, treasury } = step;
  book.state = after;
  for (const [line, amount] of lines) {
    sums.lines.set(line, (sums.lines.get(line) ?? 0n) + amount);
    addEarned(book, period, line, amount);
  }
  addEarned(book, period, "residual", treasury);
  sums.residual += treasury;
  sums.fromResidual += step.fromResidual;
  sums.fromReserve += step.fromReserve;
  sums.unfunded += step.unfunded;
}

/** Notes what was settled for a line, or as residual, in a period. */
export function addEarned(
  { earned }: SettlementBook,
  period: number,
  source: SettledSource,
  amount: bigint,
): void {
  const sources = earned.get(period) ?? new Map<SettledSource, bigint>();
  earned.set(period, sources.set(source, (sources.get(source) ?? 0n) + amount));
}
