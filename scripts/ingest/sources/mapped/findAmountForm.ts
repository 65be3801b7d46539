import { TributaryError } from "../../../../core/TributaryError.ts";
import { decimalMarkOf } from "../../../../core/text/decimalMarkOf.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import type { AmountForm } from "./AmountForm.ts";
import { amountColumnsOf } from "./amountColumnsOf.ts";
import { bareAmount } from "./bareAmount.ts";

/**
 * How a file writes its amounts, by all of them: the mark before decimals, and whether whole numbers are the smallest unit. A file
 * that leaves open what an amount is, is refused.
 */
export function findAmountForm(rows: readonly Row[], map: ColumnMap): AmountForm {
  const decimalMark = findMark(rows, map);
  return { decimalMark, isSmallest: areSmallest(rows, map) };
}

function findMark(rows: readonly Row[], map: ColumnMap): AmountForm["decimalMark"] {
  let found: AmountForm["decimalMark"] | undefined;
  let open: (() => Error) | undefined;
  for (const { row, column, text } of amountsOf(rows, map)) {
    const mark = decimalMarkOf(text);
    if (mark === undefined) continue;
    if (mark === "either") {
      open ??= () => row.mistake(column, `"${row.get(column)}"`, TELLS);
      continue;
    }
    if (found !== undefined && mark !== found) {
      const allowed = `decimals after "${found}", as the rows before have them; export the file anew, in one language`;
      throw row.mistake(column, `"${row.get(column)}"`, allowed);
    }
    found = mark;
  }
  if (found === undefined && open !== undefined) throw open();
  return found ?? ".";
}

const TELLS =
  "amounts of which one shows what stands before decimals, such as 1,234.50 or 1.234,50; export a span that has one";

function areSmallest(rows: readonly Row[], map: ColumnMap): boolean {
  const { amounts = "decimal", name } = map;
  if (amounts !== "shown") return amounts === "smallest";
  let first: Row | undefined;
  for (const { row, text } of amountsOf(rows, map)) {
    if (/[.,]\d/.test(text)) return false;
    first ??= row;
  }
  if (first === undefined) return false;
  throw new TributaryError(`${first.file} does not show what its amounts are in.`, {
    found: `whole numbers alone: ${first.get(amountColumnsOf(map)[0] ?? "")} on line ${first.line}`,
    allowed: "an amount with decimals somewhere in the file",
    todo: `Put the map of ${name} among "sources" of your mapping, with "amounts": "smallest" where 1900 means 19.00, or "decimal" where it means 1900.`,
  });
}

function* amountsOf(rows: readonly Row[], map: ColumnMap) {
  const columns = amountColumnsOf(map);
  for (const row of rows) {
    for (const column of columns) {
      const { digits: text } = bareAmount(row.get(column));
      if (text !== "") yield { row, column, text };
    }
  }
}
