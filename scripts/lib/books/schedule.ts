import type { Terms } from "../terms/ParsedTerms.ts";
import { cutsOf } from "../terms/worstCase.ts";

/** The period that a time falls in; before the program starts, the first. */
export function periodAt({ start, period }: Terms, time: number): number {
  return Math.max(0, Math.floor((time - start) / period));
}

/** How many periods have locked at a time. With no hold, how many have ended. */
export function lockedPeriods(terms: Terms, time: number): number {
  return Math.max(0, periodAt(terms, time) - terms.holdPeriods);
}

/** When a period begins. */
export function periodStart({ start, period }: Terms, index: number): number {
  return start + index * period;
}

/** When the lines of a period lock. */
export function lockTime(terms: Terms, index: number): number {
  return periodStart(terms, index + 1 + terms.holdPeriods);
}

/**
 * The stretch of time around a moment in which neither the period nor any standing rate changes: the period, and how many
 * changes of standing rates have passed.
 */
export function segmentAt(terms: Terms, time: number): string {
  const passed = cutsOf(terms).filter((cut) => cut <= time).length;
  return `${periodAt(terms, time)}/${passed}`;
}
