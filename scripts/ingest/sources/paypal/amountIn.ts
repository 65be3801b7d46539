import { parseUnits } from "viem";
import { type DecimalMark, plainAmount } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../../../files/table/Row.ts";

/** Columns with amounts. */
export const AMOUNTS = [
  "Gross",
  "Fee",
  "Net",
  "Sales Tax",
  "Shipping and Handling Amount",
] as const;

/** Of every currency that PayPal has; some use none of them. */
export const DECIMALS = 2;

/** What PayPal writes where there is no amount. */
const NO_AMOUNT = /^[.…–—-]*$/;

/** An amount in hundredths, below 0 where money went out; undefined where there is none. */
export function amountIn(
  row: Row,
  column: (typeof AMOUNTS)[number],
  mark: DecimalMark,
): bigint | undefined {
  const text = row.get(column);
  if (NO_AMOUNT.test(text)) return undefined;
  const plain = plainAmount(text, mark);
  if (plain !== undefined && /^-?\d{1,28}(?:\.\d{1,2})?$/.test(plain))
    return parseUnits(plain, DECIMALS);
  const example = mark === "." ? "1,234.56" : "1.234,56";
  throw row.mistake(column, `"${text}"`, `an amount such as ${example}`);
}
