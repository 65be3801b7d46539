import type { AmountColumns } from "../../mapping/ColumnMap.ts";
import { listOfColumns } from "./textIn.ts";

/** The columns that hold one amount each, of one or of several that add up. */
export function columnsOf(columns: AmountColumns | undefined): readonly string[] {
  if (columns === undefined || typeof columns === "string") return listOfColumns(columns);
  if ("sum" in columns) return [...columns.sum, ...(columns.less ?? [])];
  return "after" in columns ? [] : columns;
}
