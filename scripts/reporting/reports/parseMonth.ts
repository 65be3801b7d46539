import { TributaryError } from "../../../core/TributaryError.ts";
import type { Span } from "./Span.ts";

/** The calendar month, in UTC, of "2026-01". */
export function parseMonth(text: string): Span {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) {
    throw new TributaryError(`"${text}" is no month.`, { allowed: "a month such as 2026-01" });
  }
  const [year, month] = [Number(match[1]), Number(match[2])];
  const start = new Date(Date.UTC(year, month - 1, 1));
  const label = start.toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
  return { label, from: seconds(start.getTime()), to: seconds(Date.UTC(year, month, 1)) };
}

function seconds(milliseconds: number): number {
  return milliseconds / 1_000;
}
