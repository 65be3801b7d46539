import type { Row } from "../../../files/table/Row.ts";
import type { ColumnNames } from "../../mapping/ColumnMap.ts";

/** What the first of some columns says that says anything; empty where none does. */
export function textIn(row: Row, columns: ColumnNames | undefined): string {
  for (const column of listOfColumns(columns)) {
    const text = row.get(column);
    if (text !== "") return text;
  }
  return "";
}

export function listOfColumns(columns: ColumnNames | undefined): readonly string[] {
  if (columns === undefined) return [];
  return typeof columns === "string" ? [columns] : columns;
}
