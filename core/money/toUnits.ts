import { WHOLE } from "./ppm.ts";

/** An amount of the terms, in millionths of a currency, in the currency's smallest unit: rounded down. */
export function toUnits(millionths: bigint, decimals: number): bigint {
  return (millionths * 10n ** BigInt(decimals)) / WHOLE;
}
