import { formatUnits } from "viem";
import { MICRO_DECIMALS } from "../text/formatMicro.ts";

/** Millionths of a currency as a terms file writes them: "1250.5". */
export function microInFile(amount: bigint): string {
  return formatUnits(amount, MICRO_DECIMALS);
}
