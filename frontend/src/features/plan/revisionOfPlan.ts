import type { PlanPast } from "./usePlanPast";

/** Names the state that the plan's views show: it changes with every event, and as an exit comes. */
export function revisionOfPlan(past: PlanPast | undefined): string {
  if (past === undefined) return "before";
  const last = past.logs.at(-1);
  return `${past.logs.length}:${last?.blockHash}:${last?.logIndex}:${past.ledger.books.exit ?? "no exit"}`;
}
