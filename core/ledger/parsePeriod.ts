import { periodAt } from "../deal/periods.ts";
import type { Terms } from "../deal/Terms.ts";
import { TributaryError } from "../TributaryError.ts";

/** The number of a period that has begun. */
export function parsePeriod(
  text: string | undefined,
  terms: Terms,
  now: number,
): number | undefined {
  if (text === undefined) return undefined;
  const current = periodAt(terms, now);
  const period = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  if (period !== undefined && period <= current) return period;
  throw new TributaryError(`There is no period "${text}" yet.`, {
    allowed:
      current === 0 ? "0, the first and current period" : `0 to ${current}, the current period`,
  });
}
