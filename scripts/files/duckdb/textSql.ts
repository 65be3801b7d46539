import type { TableSource } from "./tableSource.ts";
import { trimmedSql } from "./trimmedSql.ts";

/**
 * A column as the text that a CSV file would have, empty or NULL where there is nothing: times in UTC, numbers in digits. Texts of
 * a Parquet file are taken as they are, for they are typed; of others the blanks around them go.
 */
export function textSql({ format, types }: TableSource, column: string): string {
  const type = types.get(column);
  if (type === undefined) return "''";
  if (type !== "VARCHAR") return asText(column, type);
  return format === "parquet" ? column : trimmedSql(column);
}

function asText(column: string, type: string): string {
  if (type === "TIMESTAMP WITH TIME ZONE" || type.startsWith("TIMESTAMP")) {
    return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')`;
  }
  if (type === "DOUBLE" || type === "FLOAT") return `printf('%.15g', ${column})`;
  return `CAST(${column} AS VARCHAR)`;
}
