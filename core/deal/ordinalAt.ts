import { cutsOf } from "./cutsOf.ts";
import { periodAt } from "./periods.ts";
import type { Terms, Time } from "./Terms.ts";

/** The number of the segment that a time falls in, counted from the program's start: one for each period, and for each cut within one. */
export function ordinalAt(terms: Pick<Terms, "start" | "period" | "standing">, time: Time): number {
  const { start, period } = terms;
  const within = cutsOf(terms).filter((cut) => cut <= time && (cut - start) % period !== 0);
  return periodAt(terms, time) + within.length;
}
