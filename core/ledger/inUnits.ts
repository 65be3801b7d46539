import type { Currency } from "../currency/Currency.ts";

/** An amount of the terms, in millionths of a currency, in the currency's smallest unit. */
export function inUnits({ decimals }: Currency, millionths: bigint): bigint {
  return (millionths * 10n ** BigInt(decimals)) / 1_000_000n;
}
