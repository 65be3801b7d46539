import { amountOf } from "./amountOf.ts";
import type { Terms } from "./Terms.ts";

/** Whether a sale counts for tiers and milestones by count: where the terms have such, and it is no smaller than the least. */
export function isSaleCounted(
  { graduations, milestones, rules }: Terms,
  { currency, amount }: { readonly currency: number; readonly amount: bigint },
): boolean {
  if (graduations.length + milestones.length === 0) return false;
  return amount >= amountOf(rules.leastSale, currency);
}
