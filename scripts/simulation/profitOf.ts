import type { OperatorSums } from "./Simulation.ts";

/** What the operator has of a currency in the end: the residual less what it paid in. */
export function profitOf({ residual, reserve, bonuses }: OperatorSums): bigint {
  return residual - reserve - bonuses;
}
