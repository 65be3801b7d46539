import { partOf } from "../../../core/deal/partOf.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { ONE } from "../../../core/money/ppm.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";

/** Each role's lines must share its base by their weights. A rate of the residual counts as the whole. */
export function checkShares(lines: readonly SaleLine[], base: bigint): Difference[] {
  const weights = new Map<number, number>();
  for (const { role, weight } of lines) weights.set(role, (weights.get(role) ?? 0) + weight);
  return lines.flatMap(({ number, role, rate, weight, amount }) => {
    const due = partOf(base, Math.min(rate, ONE), weight, weights.get(role) ?? weight);
    return compare(`lines of role ${role}: amount of ${number}`, due, amount);
  });
}
