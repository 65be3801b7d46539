import { parseUnits } from "viem";

/**
 * An amount of an exported file in the smallest unit, negative where money went out: with a point or, from a Dashboard in
 * another language, with a comma before the decimals. Undefined where the text is no such amount.
 */
export function parseStripeAmount(text: string, decimals: number): bigint | undefined {
  const match = /^(-?)(\d{1,20})(?:[.,](\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  // "1,234" is more likely a thousand than one and a bit; only as many digits as the currency has are decimals.
  if (text.includes(",") && fraction.length !== decimals) return undefined;
  if (fraction.replace(/0+$/, "").length > decimals) return undefined;
  return parseUnits(`${sign}${whole}.${fraction.padEnd(1, "0")}`, decimals);
}
