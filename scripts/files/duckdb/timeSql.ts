import type { TableSource } from "./tableSource.ts";
import { trimmedSql } from "./trimmedSql.ts";

const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const PATTERN = `\\d{4}-\\d{2}-\\d{2}(?:[T ]${CLOCK}(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]${CLOCK})?)?`;

/** What nearly all times look like: for them no pattern is needed, for the cast finds whatever else is wrong. */
const USUAL = "____-__-__T__:__:__Z";

/** UTC seconds of a column as `parseTime` reads them; NULL, or 0 and below, where that would refuse it. */
export function timeSql(source: TableSource, column: string): string {
  const type = source.types.get(column) ?? "VARCHAR";
  if (type.startsWith("TIMESTAMP")) return `epoch_us(${column}) // 1000000`;
  if (type === "DATE") return `epoch_us(CAST(${column} AS TIMESTAMP)) // 1000000`;
  const text = trimmedSql(`CAST(${column} AS VARCHAR)`);
  const whole = `CASE WHEN contains(${text}, '.') THEN regexp_replace(${text}, '\\.\\d+', '') ELSE ${text} END`;
  // DuckDB takes an offset only after seconds.
  const withSeconds = `CASE length(${whole}) WHEN 17 THEN left(${whole}, 16) || ':00Z'
    WHEN 22 THEN left(${whole}, 16) || ':00' || right(${whole}, 6) ELSE ${whole} END`;
  return `CASE WHEN ${column} LIKE '${USUAL}' AND ${column}[12:13] <> '24' THEN ${secondsSql(column)}
    WHEN regexp_full_match(${text}, '${PATTERN}') THEN ${secondsSql(withSeconds)} END`;
}

function secondsSql(text: string): string {
  return `epoch_us(TRY_CAST(${text} AS TIMESTAMPTZ)) // 1000000`;
}
