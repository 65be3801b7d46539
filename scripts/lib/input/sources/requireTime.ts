import type { Row } from "../../table/Row.ts";
import { parseTime, TIME_FORMAT } from "../../text/parseTime.ts";

/** The UTC seconds of a column that must have a time. */
export function requireTime(row: Row, column: string): number {
  const text = row.require(column);
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw row.mistake(column, `"${text}"`, TIME_FORMAT);
}
