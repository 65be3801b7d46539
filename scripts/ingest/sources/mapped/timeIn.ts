import { TIME_FORMAT } from "../../../../core/text/parseTime.ts";
import { parseTimeIn } from "../../../../core/text/parseTimeIn.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { ColumnNames } from "../../mapping/ColumnMap.ts";
import { listOfColumns, textIn } from "./textIn.ts";

/** A date alone, and a time of day alone. */
const DATE = /^\S{8,10}$/;
const CLOCK = /^\d{1,2}:\d{2}/;

/**
 * The UTC seconds of a row's time; undefined where its columns are empty.
 * @param clock The column with the time of day, where the other has the date alone.
 */
export function timeIn(
  row: Row,
  columns: ColumnNames | undefined,
  zone: string,
  clock?: string,
): number | undefined {
  const text = textIn(row, columns);
  const ofDay = clock === undefined ? "" : row.get(clock);
  if (text === "" && ofDay === "") return undefined;
  const whole = wholeTime(text, ofDay);
  const time = parseTimeIn(whole, zone);
  if (time !== undefined) return time;
  throw row.mistake(listOfColumns(columns)[0] ?? "", `"${whole}"`, TIME_FORMAT);
}

function wholeTime(text: string, ofDay: string): string {
  if (ofDay === "") return text;
  if (!CLOCK.test(ofDay)) return ofDay;
  return DATE.test(text) ? `${text} ${ofDay}` : text;
}
