import type { Row } from "../../../files/table/Row.ts";
import type { ColumnMap, RowSort } from "../../mapping/ColumnMap.ts";
import { meetsRow } from "./meetsRow.ts";

export interface SortedRow {
  readonly is: RowSort;
  readonly reason: string;
}

/** What a row is by the first line of the map that it meets; one that meets none wants a review. */
export function sortOf(row: Row, { rows }: ColumnMap): SortedRow {
  if (rows === undefined) return { is: "sale", reason: "" };
  const met = rows.find(({ when }) => meetsRow(row, when));
  const asked = Object.keys(
    met === undefined ? Object.assign({}, ...rows.map(({ when }) => when)) : (met.when ?? {}),
  );
  const said = asked
    .filter((column) => row.has(column))
    .map((column) => `${column} is "${row.get(column)}"`)
    .join(", ");
  if (met === undefined)
    return { is: "review", reason: `its map does not say what a row is where ${said}` };
  return { is: met.is, reason: met.reason ?? said };
}
