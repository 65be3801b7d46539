import { parseTime } from "../../../core/text/parseTime.ts";

/** The day on which the stories are told: a period of theirs ends two days after it begins. */
const TOLD_ON = "2025-11-26";
const DAY = 86_400;
const DATE = /\b\d{4}-\d{2}-\d{2}(?!\d)/g;

/** The stories' dates, so many days later that the day they are told on is today. */
export interface Calendar {
  /** A text with each date in it moved. */
  moved(told: string): string;
  /** The seconds of a date, moved. */
  timeOf(told: string): number;
}

export function calendarOf(now: number): Calendar {
  const days = Math.floor(now / DAY) - Math.floor(secondsOf(TOLD_ON) / DAY);
  const later = (date: string) =>
    new Date((secondsOf(date) + days * DAY) * 1_000).toISOString().slice(0, 10);
  const moved = (told: string) => told.replace(DATE, later);
  return { moved, timeOf: (told) => secondsOf(moved(told)) };
}

function secondsOf(date: string): number {
  const seconds = parseTime(date);
  if (seconds === undefined) throw new RangeError(`"${date}" is no date`);
  return seconds;
}
