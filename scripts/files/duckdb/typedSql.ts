/**
 * A typed column of a Parquet file as the text that a CSV file would have: times in UTC, numbers in digits. A number of 64 bits
 * of floating point has fifteen digits; above 10^13 not all cents are among them, and it comes with an exponent, which no amount has.
 */
export function typedSql(column: string, type: string): string {
  if (type.startsWith("TIMESTAMP"))
    return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')`;
  if (type === "DOUBLE")
    return `CASE WHEN abs(${column}) < 1e13 THEN printf('%.15g', ${column}) ELSE printf('%.16e', ${column}) END`;
  return `CAST(${column} AS VARCHAR)`;
}
