import { formatUnits } from "viem";
import { groupDigits } from "./groupDigits.ts";

/** Amounts in terms count in millionths of a currency. */
export const MICRO_DECIMALS = 6;

/** An amount of the terms for people: “1,250.5” of 1,250,500,000 millionths. */
export function formatMicro(amount: bigint): string {
  return groupDigits(formatUnits(amount, MICRO_DECIMALS));
}
