import { formatDuration } from "@core/text/formatDuration";

const DAY = 86_400;
/** A twelfth of 365 days: the month of schedules. */
const MONTH = (365 * DAY) / 12;

/** A length of time as people say it: in months where it is whole ones and no whole days, else in days, to a tenth where it is long. */
export function roughSpan(seconds: number): string {
  const months = seconds / MONTH;
  if (Number.isInteger(months) && seconds % DAY !== 0)
    return months === 1 ? "a month" : `${months} months`;
  if (seconds < 2 * DAY) return formatDuration(seconds);
  return `${(Math.round((seconds * 10) / DAY) / 10).toLocaleString("en")} days`;
}
