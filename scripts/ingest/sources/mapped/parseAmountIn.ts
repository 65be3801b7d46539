import { fiatDecimals } from "../../../../core/currency/fiatDecimals.ts";
import { plainAmount } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { AmountForm } from "./AmountForm.ts";
import { bareAmount } from "./bareAmount.ts";

interface Written {
  readonly form: AmountForm;
  readonly currency: string;
}

/** A text as an amount in the smallest unit of a currency, with no more decimals than that has; 0 where it is empty. */
export function parseAmountIn(
  row: Row,
  column: string,
  text: string,
  { form: { decimalMark, isSmallest }, currency }: Written,
): bigint {
  const { digits, isNegative } = bareAmount(text);
  if (digits === "") return 0n;
  const decimals = isSmallest ? 0 : fiatDecimals(currency);
  const [whole = "", fraction = ""] = plainAmount(digits, decimalMark)?.split(".") ?? [];
  const exact = fraction.replace(/0+$/, "");
  if (!/^\d{1,30}$/.test(whole) || exact.length > decimals) {
    const unit = isSmallest
      ? "in its smallest unit, such as 124900"
      : `with at most ${decimals} decimals, such as ${decimals === 0 ? "1249" : `1249${decimalMark}00`}`;
    throw row.mistake(column, `"${text}"`, `an amount of ${currency} ${unit}`);
  }
  const amount = BigInt(`${whole}${exact.padEnd(decimals, "0")}`);
  return isNegative ? -amount : amount;
}
