import type { StandingLine } from "./ParsedTerms.ts";

export const YEAR = 31_536_000;

/** A standing line's rate at a time. */
export function standingRateAt({ starts, ends, rates }: StandingLine, time: number): number {
  if (time < starts || (ends !== 0 && time >= ends)) return 0;
  return rates[Math.min(Math.floor((time - starts) / YEAR), rates.length - 1)] ?? 0;
}
