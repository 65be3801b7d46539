import { TributaryError } from "../../../core/TributaryError.ts";
import type { Span } from "./Span.ts";

/** The calendar year, in UTC, of "2026". */
export function parseYear(text: string): Span {
  if (!/^20\d\d$/.test(text)) {
    throw new TributaryError(`"${text}" is no year.`, { allowed: "a year such as 2026" });
  }
  const year = Number(text);
  return { label: text, from: Date.UTC(year, 0) / 1_000, to: Date.UTC(year + 1, 0) / 1_000 };
}
