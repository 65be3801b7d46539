import { periodAt, periodStart } from "@core/deal/periods";
import type { Terms } from "@core/deal/Terms";

/** The period that a time falls in; undefined before the program's start. */
export function periodOf(
  terms: Terms,
  time: bigint,
): { readonly number: number; readonly ends: number } | undefined {
  if (time < terms.start) return undefined;
  const number = periodAt(terms, Number(time));
  return { number, ends: periodStart(terms, number + 1) };
}
