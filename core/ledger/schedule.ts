import { cutsOf } from "../terms/cutsOf.ts";
import type { Terms } from "../terms/ParsedTerms.ts";

/** The cuts of terms, worked out once. */
const CUTS = new WeakMap<Terms, readonly number[]>();

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
  const passed = cutTimes(terms).filter((cut) => cut <= time).length;
  return `${periodAt(terms, time)}/${passed}`;
}

/** When the segment around a moment ends. */
export function segmentEnd(terms: Terms, time: number): number {
  const end = periodStart(terms, periodAt(terms, time) + 1);
  return cutTimes(terms).find((cut) => cut > time && cut < end) ?? end;
}

function cutTimes(terms: Terms): readonly number[] {
  const known = CUTS.get(terms);
  if (known !== undefined) return known;
  const cuts = cutsOf(terms);
  CUTS.set(terms, cuts);
  return cuts;
}
