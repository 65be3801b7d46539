import type { TableSource } from "./tableSource.ts";
import { trimmedSql } from "./trimmedSql.ts";

/**
 * A column as the text that a CSV file would have, empty or NULL where there is nothing: times in UTC, numbers in digits, accents
 * composed (NFC). Texts of a Parquet file keep the blanks around them, for they are typed; those of others go.
 */
export function textSql({ format, types }: TableSource, column: string): string {
  const type = types.get(column);
  if (type === undefined) return "''";
  if (type !== "VARCHAR") return asText(column, type);
  return `nfc_normalize(${format === "parquet" ? column : trimmedSql(column)})`;
}

function asText(column: string, type: string): string {
  if (type === "TIMESTAMP WITH TIME ZONE" || type.startsWith("TIMESTAMP")) {
    return `strftime(CAST(${column} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%SZ')`;
  }
  if (type === "DOUBLE" || type === "FLOAT") return `printf('%.15g', ${column})`;
  return `CAST(${column} AS VARCHAR)`;
}
