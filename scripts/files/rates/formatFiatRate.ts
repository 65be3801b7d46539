import { formatUnits } from "viem";
import { RATE_DECIMALS, type Rate } from "./readRates.ts";

/** "0.92" as it was written, but for zeros at its end. */
export function formatFiatRate({ rate }: Rate): string {
  return formatUnits(rate, RATE_DECIMALS);
}
