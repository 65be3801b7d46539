import type { AmountColumns, ColumnMap } from "../../mapping/ColumnMap.ts";
import { listOfColumns } from "./textIn.ts";

/** All columns of a map that hold one amount each, what was paid first. */
export function amountColumnsOf(map: ColumnMap): string[] {
  const { amount, tax, shipping, fees, discount, refunded = [], converted } = map;
  const all = [
    ...[amount, tax, shipping, fees, discount, converted?.amount, converted?.fees],
    ...refunded.map((one) => one.amount),
  ];
  return [...new Set(all.flatMap(columnsOf))];
}

function columnsOf(columns: AmountColumns | undefined): readonly string[] {
  if (columns === undefined || typeof columns === "string") return listOfColumns(columns);
  if ("sum" in columns) return [...columns.sum, ...(columns.less ?? [])];
  return "after" in columns ? [] : columns;
}
