const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const PATTERN = `\\d{4}-\\d{2}-\\d{2}(?:[T ]${CLOCK}(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})?)?`;

/** UTC seconds of a column as `parseTime` reads them; NULL where that would refuse it. */
export function timeSql(column: string, type: string): string {
  if (type === "DATE" || type.startsWith("TIMESTAMP")) {
    return positive(`epoch_us(TRY_CAST(${column} AS TIMESTAMPTZ))`);
  }
  const text = `trim(CAST(${column} AS VARCHAR))`;
  const whole = `CASE WHEN contains(${text}, '.') THEN regexp_replace(${text}, '\\.\\d+', '') ELSE ${text} END`;
  // DuckDB takes an offset only after seconds.
  const seconds = `CASE length(${whole}) WHEN 17 THEN left(${whole}, 16) || ':00Z'
    WHEN 22 THEN left(${whole}, 16) || ':00' || right(${whole}, 6) ELSE ${whole} END`;
  const micros = `epoch_us(TRY_CAST(${seconds} AS TIMESTAMPTZ))`;
  return `CASE WHEN regexp_full_match(${text}, '${PATTERN}') THEN ${positive(micros)} END`;
}

function positive(micros: string): string {
  return `nullif(greatest(${micros} // 1000000, 0), 0)`;
}
