import { formatUnits } from "viem";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";

/** An amount as a length to draw: never money to count with. */
export function toNumber(amount: bigint, symbol: string): number {
  return Number(formatUnits(amount, decimalsOf(symbol)));
}
