import { readTime } from "./readTime.ts";

/** Which comes first in a date such as 01/02/2026. */
export type DayOrder = "day first" | "month first";

const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? (.+))?$/;

/**
 * The order that a date of two numbers and a year shows: a point has the day first. "either" where both are possible and two days
 * are meant; undefined where it is no such date, or shows nothing, as 05/05/2026.
 */
export function dayOrderOf(text: string): DayOrder | "either" | undefined {
  const [one, other] = [isoDate(text, "day first"), isoDate(text, "month first")];
  if (one === other) return undefined;
  if (one !== undefined && other !== undefined) return "either";
  return one === undefined ? "month first" : "day first";
}

/** A date of two numbers and a year, and the time that follows it, as ISO writes them. Undefined where there is none such day. */
export function isoDate(text: string, order: DayOrder): string | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, first = "", mark, second = "", year, clock] = match;
  if (mark === "." && order === "month first") return undefined;
  const [day, month] = order === "day first" ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const written = clock === undefined ? date : `${date} ${clock}`;
  return readTime(written) === undefined ? undefined : written;
}
