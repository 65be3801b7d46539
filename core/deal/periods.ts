import type { Terms, Time } from "./Terms.ts";

/** When periods begin, and how long they are held. */
type Periods = Pick<Terms, "start" | "period" | "holdPeriods">;

/** The period that a time falls in; before the program starts, the first. */
export function periodAt({ start, period }: Omit<Periods, "holdPeriods">, time: Time): number {
  return Math.max(0, Math.floor((time - start) / period));
}

/** When a period begins. */
export function periodStart({ start, period }: Omit<Periods, "holdPeriods">, index: number): Time {
  return start + index * period;
}

/** How many periods are locked: those that ended at least the hold ago. Their sums are final. */
export function lockedPeriods(terms: Periods, time: Time): number {
  return Math.max(0, periodAt(terms, time) - terms.holdPeriods);
}

/** When the credits of a period lock. */
export function lockTime(terms: Periods, index: number): Time {
  return periodStart(terms, index + 1 + terms.holdPeriods);
}

/** From when on what a sale brings can no longer change: as it is posted without hold, else when its period locks. */
export function finalFrom(terms: Periods, postedAt: Time): Time {
  return terms.holdPeriods === 0 ? postedAt : lockTime(terms, periodAt(terms, postedAt));
}

/** Whether the credits of a period can no longer change. Without hold they never can. */
export function isFinal(terms: Periods, index: number, time: Time): boolean {
  return terms.holdPeriods === 0 || index < lockedPeriods(terms, time);
}
