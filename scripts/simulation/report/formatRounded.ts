import { toNumber } from "./toNumber.ts";

/** Rounded to cents for people, with the symbol. */
export function formatRounded(amount: bigint, symbol: string): string {
  const rounded = toNumber(amount, symbol).toLocaleString("en", { maximumFractionDigits: 2 });
  return `${rounded} ${symbol}`;
}
