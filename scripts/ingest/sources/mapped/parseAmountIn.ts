import { fiatDecimals } from "../../../../core/currency/fiatDecimals.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { AmountForm } from "./AmountForm.ts";
import { bareAmount } from "./bareAmount.ts";

interface Written {
  readonly form: AmountForm;
  readonly currency: string;
}

const WHOLE = {
  ".": /^(?:\d{1,3}(?:,\d{3})+|\d{0,30})$/,
  ",": /^(?:\d{1,3}(?:\.\d{3})+|\d{0,30})$/,
};

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
  const [whole = "", fraction = "", ...rest] = digits.split(decimalMark);
  const exact = fraction.replace(/0+$/, "");
  const isAmount =
    WHOLE[decimalMark].test(whole) &&
    /^\d*$/.test(fraction) &&
    /\d/.test(digits) &&
    rest.length === 0;
  if (!isAmount || exact.length > decimals) {
    const unit = isSmallest
      ? "in its smallest unit, such as 124900"
      : `with at most ${decimals} decimals, such as ${decimals === 0 ? "1249" : `1249${decimalMark}00`}`;
    throw row.mistake(column, `"${text}"`, `an amount of ${currency} ${unit}`);
  }
  const amount = BigInt(`${whole.replaceAll(/[.,]/g, "")}${exact.padEnd(decimals, "0")}`);
  return isNegative ? -amount : amount;
}
