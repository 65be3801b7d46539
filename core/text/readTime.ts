/** A date or time as a clock showed it. */
export interface ShownTime {
  /** What the clock showed, as seconds since 1970 if it were a clock in UTC. */
  readonly shown: number;
  /** Seconds that the clock is ahead of UTC; undefined where the text does not say. */
  readonly offset: number | undefined;
}

const DATE = /(\d{4})([-/])(\d{2})\2(\d{2})/;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AP]M))?/;
const OFFSET = /(?:UTC|GMT)?([+-])(\d{2})(?::?([0-5]\d))?(?: UTC)?/;
const PATTERN = new RegExp(
  `^${DATE.source}(?:(?:T| +)${CLOCK.source}(?: ?(?:(Z|UTC|GMT)|${OFFSET.source}))?)?$`,
  "i",
);
const DAY = 86_400;

/** Reads a date or time that begins with its year. Undefined where it is none, or does not exist in the calendar. */
export function readTime(text: string): ShownTime | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, year, , month, day, hours, minutes = "0", seconds = "0", half] = match;
  const date = dayOf(Number(year), Number(month), Number(day));
  const clock = hours === undefined ? 0 : secondsOf(Number(hours), half, minutes, seconds);
  if (date === undefined || clock === undefined) return undefined;
  const offset = offsetIn(match);
  const shown = date * DAY + clock;
  if (offset === "none") return undefined;
  // A leap second is the last of its day in UTC, and counts as the first of the next.
  if (seconds === "60" && (shown - (offset ?? 0)) % DAY !== 0) return undefined;
  return { shown, offset };
}

/** Days since 1970. */
function dayOf(year: number, month: number, day: number): number | undefined {
  const milliseconds = Date.UTC(year, month - 1, day);
  const date = new Date(milliseconds);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1_969 ? milliseconds / 1_000 / DAY : undefined;
}

/** Seconds since midnight. 24:00 is the end of the day. */
function secondsOf(
  shownHours: number,
  half: string | undefined,
  minutes: string,
  seconds: string,
): number | undefined {
  const hours = half === undefined ? shownHours : hoursOf(shownHours, half);
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const all = hours * 3_600 + Number(minutes) * 60 + Number(seconds);
  return all <= DAY ? all : undefined;
}

/** Of a clock with twelve hours. */
function hoursOf(shown: number, half: string): number | undefined {
  if (shown < 1 || shown > 12) return undefined;
  return (shown % 12) + (half.toUpperCase() === "PM" ? 12 : 0);
}

function offsetIn(match: RegExpExecArray): number | undefined | "none" {
  const [named, sign, hours, minutes = "0"] = match.slice(9);
  if (named !== undefined) return 0;
  if (sign === undefined) return undefined;
  if (Number(hours) > 23) return "none";
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60;
  // "+0000 UTC", as Go writes it.
  if (/ UTC$/i.test(match[0]) && seconds !== 0) return "none";
  return sign === "-" ? -seconds : seconds;
}
