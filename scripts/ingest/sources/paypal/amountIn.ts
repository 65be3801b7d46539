import type { Row } from "../../../files/table/Row.ts";
import type { AMOUNTS, DecimalMark } from "./findDecimalMark.ts";

/** Of every currency that PayPal has; some use none of them. */
export const DECIMALS = 2;

/** What may part thousands: whatever is no decimal mark. */
const THOUSANDS = { ".": /[,'’\s]/g, ",": /[.'’\s]/g };
const GROUPED = /^[-−]?(?:\d{1,3}(?:[.,'’\s]\d{3})+|\d+)(?:[.,]\d{1,2})?$/;

/** An amount in hundredths, below 0 where money went out; 0 where there is none. */
export function amountIn(row: Row, column: (typeof AMOUNTS)[number], mark: DecimalMark): bigint {
  const text = row.get(column);
  if (text === "") return 0n;
  const plain = text.replaceAll(THOUSANDS[mark], "").replace(mark, ".").replace("−", "-");
  const match = /^(-?\d{1,20})(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null || !GROUPED.test(text)) {
    const example = mark === "." ? "1,234.56" : "1.234,56";
    throw row.mistake(column, `"${text}"`, `an amount such as ${example}`);
  }
  return BigInt(`${match[1]}${(match[2] ?? "").padEnd(DECIMALS, "0")}`);
}
