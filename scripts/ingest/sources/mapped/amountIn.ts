import type { Row } from "../../../files/table/Row.ts";
import type { AmountColumns } from "../../mapping/ColumnMap.ts";
import type { AmountForm } from "./AmountForm.ts";
import { parseAmountIn } from "./parseAmountIn.ts";
import { listOfColumns } from "./textIn.ts";

/**
 * An amount in the smallest unit of its currency, below 0 where money went out: 0 where the columns are empty, undefined where the
 * file has none of them.
 */
export function amountIn(
  row: Row,
  columns: AmountColumns | undefined,
  form: AmountForm,
  currency: string,
): bigint | undefined {
  if (columns === undefined) return undefined;
  const parse = (column: string, text = row.get(column)) =>
    parseAmountIn(row, column, text, { form, currency });
  if (typeof columns === "object" && "after" in columns) {
    const { column, after } = columns;
    if (!row.has(column)) return undefined;
    const texts = row.get(column).split(after).slice(1);
    return texts.reduce((sum, text) => sum + parse(column, text.split(/[|;]/)[0]), 0n);
  }
  if (typeof columns === "object" && "sum" in columns) {
    const { sum, less = [] } = columns;
    if (![...sum, ...less].some((column) => row.has(column))) return undefined;
    const total = (list: readonly string[]) => list.reduce((all, one) => all + parse(one), 0n);
    return total(sum) - total(less);
  }
  const present = listOfColumns(columns).filter((column) => row.has(column));
  const column = present.find((one) => row.get(one) !== "") ?? present[0];
  return column === undefined ? undefined : parse(column);
}
