import { YEAR } from "./constants.ts";
import type { Ppm, Time } from "./terms.ts";

/** The entry of a table of years for the full years from `since` to `time`. The last repeats. */
export function entryOfYear(table: readonly Ppm[], since: Time, time: Time): Ppm {
  const years = Math.max(0, Math.floor((time - since) / YEAR));
  return table[years] ?? table.at(-1) ?? 0;
}
