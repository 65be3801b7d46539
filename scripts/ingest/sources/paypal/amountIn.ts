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

/** Of every currency that PayPal has; some use none of them. */
export const DECIMALS = 2;

/** Groups of three may be parted by whatever is no decimal mark. */
const FORMS = {
  ".": /^[-−]?(?:\d{1,3}(?:[,'’\s]\d{3})+|\d+)(?:\.\d{1,2})?$/,
  ",": /^[-−]?(?:\d{1,3}(?:[.'’\s]\d{3})+|\d+)(?:,\d{1,2})?$/,
};
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
  if (!FORMS[mark].test(text) || text.length > 30) {
    const example = mark === "." ? "1,234.56" : "1.234,56";
    throw row.mistake(column, `"${text}"`, `an amount such as ${example}`);
  }
  const [whole = "", decimals = ""] = text.split(mark);
  const hundredths = BigInt(`${whole}${decimals.padEnd(DECIMALS, "0")}`.replaceAll(/\D/g, ""));
  return /^[-−]/.test(text) ? -hundredths : hundredths;
}

/** Whether a text is an amount, by whatever marks. */
export function isAmount(text: string): boolean {
  return FORMS["."].test(text) || FORMS[","].test(text);
}
