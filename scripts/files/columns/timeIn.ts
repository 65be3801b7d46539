import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import type { Row } from "../table/Row.ts";

/** The UTC seconds of a column; undefined where it is empty. */
export function timeIn(row: Row, column: string): number | undefined {
  return row.get(column) === "" ? undefined : requireTime(row, column);
}

/** The UTC seconds of a column that must have a time. */
export function requireTime(row: Row, column: string): number {
  const text = row.require(column);
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw row.mistake(column, `"${text}"`, TIME_FORMAT);
}
