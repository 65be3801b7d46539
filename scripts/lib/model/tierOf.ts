import type { PartnerRecord } from "./openBooks.ts";

/** The tier in force in a period. */
export function tierOf({ tiers }: PartnerRecord, period: number): number {
  return tiers.findLast(({ fromPeriod }) => fromPeriod <= period)?.tier ?? 0;
}
