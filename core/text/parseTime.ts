import { readTime } from "./readTime.ts";

/** What `parseTime` takes, for messages. */
export const TIME_FORMAT =
  "a date such as 2026-01-31 or a time such as 2026-01-31T12:30:00Z (UTC unless it names its offset)";

/** UTC seconds of an ISO date or time. Undefined where it is neither, or does not exist in the calendar. */
export function parseTime(text: string): number | undefined {
  const time = readTime(text);
  if (time === undefined) return undefined;
  const seconds = time.shown - (time.offset ?? 0);
  return seconds > 0 ? seconds : undefined;
}
