import type { Row } from "../../../files/table/Row.ts";
import type { RowCondition } from "../../mapping/ColumnMap.ts";
import { fits } from "../../rules/fits.ts";

/** Whether a row holds what a condition asks for, whatever the capitals. */
export function meetsRow(row: Row, condition: RowCondition = {}): boolean {
  return Object.entries(condition).every(([column, patterns]) => {
    const list = typeof patterns === "string" ? [patterns] : patterns;
    return fits(
      row.get(column).toLowerCase(),
      list.map((pattern) => pattern.toLowerCase()),
    );
  });
}
