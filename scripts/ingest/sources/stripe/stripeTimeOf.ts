import { TIME_FORMAT } from "../../../../core/text/parseTime.ts";
import { isZone, parseTimeIn } from "../../../../core/text/parseTimeIn.ts";
import type { Row } from "../../../files/table/Row.ts";

/**
 * The UTC seconds of the first column that fits a name, where it has any: "Created date (UTC)" or "created_utc" in UTC,
 * "Created (Europe/Berlin)" in that zone, and "Created" in the zone that the account shows times in.
 */
export function stripeTimeOf(row: Row, name: RegExp, zone: string): number | undefined {
  const columns = row.names().filter((column) => name.test(column));
  // One in UTC needs no guess.
  const column = columns.find((one) => /utc\)?$/i.test(one)) ?? columns[0];
  if (column === undefined) return undefined;
  const text = row.get(column);
  if (text === "") return undefined;
  const time = parseTimeIn(text, zoneOf(column) ?? zone);
  if (time !== undefined) return time;
  throw row.mistake(column, `"${text}"`, TIME_FORMAT);
}

function zoneOf(column: string): string | undefined {
  if (/utc\)?$/i.test(column)) return "UTC";
  const named = /\((.+)\)$/.exec(column)?.[1];
  return named !== undefined && isZone(named) ? named : undefined;
}
