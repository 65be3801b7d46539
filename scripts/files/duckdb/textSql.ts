import type { TableSource } from "./tableSource.ts";
import { trimmedSql } from "./trimmedSql.ts";
import { typedSql } from "./typedSql.ts";

/**
 * A column as the text that the readers of rows give, empty or NULL where there is nothing: without the blanks around it, accents
 * composed (NFC).
 */
export function textSql({ types }: TableSource, column: string): string {
  const type = types.get(column);
  if (type === undefined) return "''";
  return type === "VARCHAR" ? `nfc_normalize(${trimmedSql(column)})` : typedSql(column, type);
}
