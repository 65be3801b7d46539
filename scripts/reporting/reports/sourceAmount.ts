import { parseUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";

/** An amount as a source wrote it, in a currency that may be another than it meant; undefined where it is none in that. */
export function sourceAmount(text: string, { decimals }: Currency): bigint | undefined {
  const match = /^\d{1,40}(?:\.(\d*?)0*)?$/.exec(text);
  if (match === null || (match[1]?.length ?? 0) > decimals) return undefined;
  return parseUnits(text, decimals);
}
