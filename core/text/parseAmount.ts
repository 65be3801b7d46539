/** The most that the books hold of one sale. */
const MOST = 2n ** 96n - 1n;

export type ParsedAmount =
  | { readonly amount: bigint }
  | { readonly found: string; readonly allowed: string };

/** An amount above 0 in a currency's smallest unit, or what is wrong with the text. */
export function parseAmount(text: string, symbol: string, decimals: number): ParsedAmount {
  const match = /^(\d{1,40})(?:\.(\d+))?$/.exec(text);
  if (match === null)
    return { found: `"${text}"`, allowed: `an amount of ${symbol} in digits, such as 99.00` };
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > decimals) {
    return {
      found: `"${text}", which has ${fraction.length} decimals`,
      allowed: `at most ${decimals} decimals of ${symbol}`,
    };
  }
  const amount = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (amount === 0n) return { found: `"${text}"`, allowed: "an amount above 0" };
  if (amount > MOST) return { found: `"${text}"`, allowed: "less than 2^96 of the smallest unit" };
  return { amount };
}
