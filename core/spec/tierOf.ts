import type { PartnerRecord } from "./openBooks.ts";

/** The tier in force in a period. */
export function tierOf({ tiers }: Pick<PartnerRecord, "tiers">, period: number): number {
  for (let index = tiers.length - 1; index >= 0; index -= 1) {
    const change = tiers[index];
    if (change !== undefined && change.fromPeriod <= period) return change.tier;
  }
  return 0;
}
