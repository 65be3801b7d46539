import type { Row } from "../../../files/table/Row.ts";

/** What stands before an amount's decimals, in the whole file. */
export type DecimalMark = "." | ",";

/** Columns with amounts. */
export const AMOUNTS = [
  "Gross",
  "Fee",
  "Net",
  "Sales Tax",
  "Shipping and Handling Amount",
] as const;

/**
 * PayPal writes amounts as the account's language does, "1,234.56" or "1.234,56", and a point or comma before three digits is
 * none before decimals. Where no amount has any, it makes no difference.
 */
export function findDecimalMark(rows: readonly Row[]): DecimalMark {
  let found: DecimalMark | undefined;
  for (const row of rows) {
    for (const column of AMOUNTS) {
      const mark = /([.,])\d{1,2}$/.exec(row.get(column))?.[1];
      if (mark !== "." && mark !== ",") continue;
      if (found !== undefined && mark !== found) {
        const allowed = `decimals after "${found}", as the rows before have them; download the file anew, in one language`;
        throw row.mistake(column, `"${row.get(column)}"`, allowed);
      }
      found = mark;
    }
  }
  return found ?? ".";
}
