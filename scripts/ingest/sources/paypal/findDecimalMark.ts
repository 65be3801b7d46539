import { decimalMarkOf } from "../../../../core/text/decimalMarkOf.ts";
import type { DecimalMark } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../../../files/table/Row.ts";
import { AMOUNTS } from "./amountIn.ts";
import { neverCounts } from "./neverCounts.ts";

/**
 * PayPal writes amounts as the account's language does, "1,234.56" or "1.234,56", and a point or comma before three digits is
 * none before decimals. Where no amount has any, it makes no difference. Rows that may count have to agree; only where none of
 * them has decimals the others are asked.
 */
export function findDecimalMark(rows: readonly Row[]): DecimalMark {
  let found: DecimalMark | undefined;
  for (const row of rows.filter((one) => neverCounts(one) === undefined)) {
    for (const column of AMOUNTS) {
      const mark = markIn(row.get(column));
      if (mark === undefined) continue;
      if (found !== undefined && mark !== found) {
        const allowed = `decimals after "${found}", as the rows before have them; download the file anew, in one language`;
        throw row.mistake(column, `"${row.get(column)}"`, allowed);
      }
      found = mark;
    }
  }
  const texts = () => rows.flatMap((row) => AMOUNTS.map((column) => row.get(column)));
  return (
    found ??
    texts()
      .map(markIn)
      .find((mark) => mark !== undefined) ??
    "."
  );
}

function markIn(text: string): DecimalMark | undefined {
  const mark = decimalMarkOf(text);
  return mark === "either" ? undefined : mark;
}
