import { formatInstant } from "./formatInstant.ts";

/** "2026-01-31" at midnight, else "2026-01-31 12:30:05 UTC". */
export function formatIsoTime(seconds: number | bigint): string {
  return formatInstant(seconds).replace(" 00:00:00 UTC", "");
}
