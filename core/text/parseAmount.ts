/** The most that the books hold of one sale. */
const MOST = 2n ** 96n - 1n;

export type ParsedAmount =
  | { readonly amount: bigint }
  | {
      readonly found: string;
      readonly allowed: string;
      /** Whether the text is a number, if none that can be taken: what stands around it is not in doubt. */
      readonly isNumber: boolean;
    };

/** An amount above 0 in a currency's smallest unit, or what is wrong with the text. Zeros at the end are no decimals. */
export function parseAmount(text: string, symbol: string, decimals: number): ParsedAmount {
  const match = /^([+-]?)(\d{1,60})(?:\.(\d+))?$/.exec(text);
  if (match === null) {
    const isGrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
    const how = isGrouped ? "without commas between thousands, such as 1000.00" : "such as 99.00";
    const allowed = `an amount of ${symbol} in digits${isGrouped ? " " : ", "}${how}`;
    return { found: `"${text}"`, allowed, isNumber: false };
  }
  const [, sign, whole = "", digits = ""] = match;
  const fraction = digits.replace(/0+$/, "");
  const wrong = (found: string, allowed: string) => ({ found, allowed, isNumber: true });
  if (/^0+$/.test(whole + fraction)) return wrong(`"${text}"`, "an amount above 0");
  if (sign === "-") {
    return wrong(
      `"${text}", below 0`,
      "an amount above 0; money that goes back is a line of a refunds file that names its sale",
    );
  }
  if (fraction.length > decimals) {
    return wrong(
      `"${text}", which has ${fraction.length} decimals`,
      `at most ${decimals} decimals of ${symbol}`,
    );
  }
  const amount = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (amount > MOST) return wrong(`"${text}"`, "less than 2^96 of the smallest unit");
  return { amount };
}
