import { ONE } from "../../core/money/ppm.ts";
import { profitOf } from "./profitOf.ts";
import type { OperatorSums } from "./Simulation.ts";

/** The operator's margin in millionths of the revenue; undefined where there is none. */
export function marginOf(sums: OperatorSums): number | undefined {
  if (sums.revenue <= 0n) return undefined;
  return Number((profitOf(sums) * BigInt(ONE)) / sums.revenue);
}
