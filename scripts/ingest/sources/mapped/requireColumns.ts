import { TributaryError } from "../../../../core/TributaryError.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import { amountColumnsOf } from "./amountColumnsOf.ts";
import { listOfColumns } from "./textIn.ts";

/** Refuses a file that has none of the columns for what every sale needs. */
export function requireColumns(row: Row | undefined, map: ColumnMap): void {
  const { id, time, clock, currency } = map;
  const isConstant = typeof currency === "object" && "always" in currency;
  const needed: (readonly [string, readonly string[]])[] = [
    ["id", listOfColumns(id)],
    ["amount", amountColumnsOf({ ...map, refunded: [] })],
    ["time", [...listOfColumns(time), ...listOfColumns(clock)]],
    ...(isConstant ? [] : [["currency", listOfColumns(currency)] as const]),
  ];
  const missing = needed.find(([, columns]) => !columns.some((column) => row?.has(column)));
  if (row === undefined || missing === undefined) return;
  const [field, columns] = missing;
  const constant = field === "currency" ? ', such as "currency": { "always": "EUR" }' : "";
  throw new TributaryError(`${row.file} does not say the ${field} of its sales.`, {
    found: `none of the columns ${columns.join(", ")}, by which ${map.name} are read`,
    todo: `Export it with one of them, or put a map of your own among "sources" of the mapping${constant}.`,
  });
}
