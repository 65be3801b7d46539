import { formatUnits } from "viem";

/** Amounts in terms count in millionths of a currency. */
export const MICRO_DECIMALS = 6;

/** "1250.5" of 1,250,500,000 millionths. */
export function formatMicro(amount: bigint): string {
  return formatUnits(amount, MICRO_DECIMALS);
}
