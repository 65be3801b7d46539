import { formatDate } from "./formatDate.ts";

/** A minute: “1 Jan 2026, 00:00 UTC”. */
export function formatTime(seconds: bigint | number): string {
  const time = new Date(Number(seconds) * 1000).toISOString().slice(11, 16);
  return `${formatDate(seconds)}, ${time} UTC`;
}
