import { type DayOrder, isoDate } from "../../../../core/text/isoDate.ts";
import { parseTimeIn } from "../../../../core/text/parseTimeIn.ts";
import type { Row } from "../../../files/table/Row.ts";
import { zoneIn } from "./zoneIn.ts";

/** The UTC seconds of a row's date and time, which its zone's clock showed. */
export function timeIn(row: Row, dayOrder: DayOrder | undefined): number {
  const date = dateIn(row.get("Date"), dayOrder);
  if (date === undefined) {
    const allowed = `a date such as ${dayOrder === "month first" ? "01/31/2026" : "31/01/2026"}, 31.01.2026 or 2026-01-31, of a day that exists`;
    throw row.mistake("Date", `"${row.get("Date")}"`, allowed);
  }
  const zone = zoneIn(row);
  const isOffset = /^[+-]/.test(zone);
  const clock = `${date} ${row.get("Time")}${isOffset ? zone : ""}`;
  const time = /^\d{1,2}:\d{2}:\d{2}$/.test(row.get("Time"))
    ? parseTimeIn(clock, isOffset ? "UTC" : zone)
    : undefined;
  if (time !== undefined) return time;
  throw row.mistake(
    "Time",
    `"${row.get("Date")} ${row.get("Time")}"`,
    "a time such as 23:59:59 of a day that exists",
  );
}

/** Dates with points have the day first in every country. */
function dateIn(text: string, dayOrder: DayOrder | undefined): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const order = text.includes(".") ? "day first" : dayOrder;
  return order === undefined ? undefined : isoDate(text, order);
}
