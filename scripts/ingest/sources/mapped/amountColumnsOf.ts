import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import { columnsOf } from "./columnsOf.ts";

/** All columns of a map that hold one amount each, what was paid first. */
export function amountColumnsOf(map: ColumnMap): string[] {
  const { amount, tax, shipping, fees, discount, refunded = [], converted } = map;
  const all = [
    ...[amount, tax, shipping, fees, discount, converted?.amount, converted?.fees],
    ...refunded.map((one) => one.amount),
  ];
  return [...new Set(all.flatMap(columnsOf))];
}
