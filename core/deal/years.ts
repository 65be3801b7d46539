import type { Ppm } from "../money/ppm.ts";
import type { Time } from "./Terms.ts";

/** Seconds of a year, as tenure and standing lines count it. */
export const YEAR = 365 * 24 * 60 * 60;

/** How many full years have passed: rounded down, and none before. */
export function yearsSince(since: Time, time: Time): number {
  return Math.max(0, Math.floor((time - since) / YEAR));
}

/** The entry of a table of years for the full years since a time. The last repeats; an empty table says 0. */
export function entryOfYear(table: readonly Ppm[], since: Time, time: Time): Ppm {
  return table[yearsSince(since, time)] ?? table.at(-1) ?? 0;
}
