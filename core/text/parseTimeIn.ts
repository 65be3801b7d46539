import { parseTime } from "./parseTime.ts";
import { readTime } from "./readTime.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * UTC seconds of a time that a clock in some zone showed. One that it showed twice, as summer time ended, counts as the first;
 * one that it never showed as if it had not been put forward. Undefined where the text is no time.
 * @param zone A name of the IANA's database, such as Europe/Berlin.
 */
export function parseTimeIn(text: string, zone: string): number | undefined {
  const time = readTime(text);
  if (time === undefined || time.offset !== undefined) return parseTime(text);
  const { shown } = time;
  // No zone moves its clock twice within two days.
  const before = offsetAt(shown - 86_400, zone);
  const after = offsetAt(shown + 86_400, zone);
  const fits = [before, after].filter((offset) => offsetAt(shown - offset, zone) === offset);
  return shown - Math.max(...(fits.length > 0 ? fits : [before]));
}

/** Whether a zone is known. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** How far a zone's clock is ahead of UTC, in seconds. */
function offsetAt(seconds: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(new Date(seconds * 1_000));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown / 1_000 - seconds;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  });
  formats.set(zone, format);
  return format;
}
