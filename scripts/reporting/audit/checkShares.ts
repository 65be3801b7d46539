import { partOf } from "../../../core/deal/partOf.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import { exactRateOf } from "./exactRateOf.ts";
import type { SortedLines } from "./Posted.ts";
import type { Moment } from "./rateAt.ts";

/** Each role's lines must share its base by their weights, at their exact rates. */
export function checkShares(
  moment: Moment,
  sorted: SortedLines,
  lines: readonly SaleLine[],
  base: bigint,
): Difference[] {
  const weights = new Map<number, number>();
  for (const { role, weight } of lines) weights.set(role, (weights.get(role) ?? 0) + weight);
  return lines.flatMap((line) => {
    const { number, role, weight, amount } = line;
    const rate = exactRateOf(moment, sorted, line);
    const due = rate && partOf(base, rate, weight, weights.get(role) ?? weight);
    return compare(`lines of role ${role}: amount of ${number}`, due, amount);
  });
}
