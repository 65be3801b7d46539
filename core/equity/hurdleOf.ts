import type { PlanTerms } from "./PlanTerms.ts";
import { SCALE } from "./SCALE.ts";

/** The level at which a class begins to take part in a currency. */
export function hurdleOf({ hurdles }: PlanTerms, group: number, currency: number): bigint {
  return (hurdles[group]?.[currency] ?? 0n) * SCALE;
}
