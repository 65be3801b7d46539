import { formatUnits } from "viem";
import type { Currency } from "../../currency/Currency.ts";
import { type Amounts, amountOf } from "../../deal/amountOf.ts";
import { groupDigits } from "../../text/groupDigits.ts";

/** Amounts of the terms, one for each currency that they name: “1,250.5 USDC or 0.5 ETH”. */
export function describeAmounts(amounts: Amounts, currencies: readonly Currency[]): string {
  return currencies
    .map(({ index, symbol, decimals }) => [amountOf(amounts, index), symbol, decimals] as const)
    .filter(([amount]) => amount > 0n)
    .map(([amount, symbol, decimals]) => `${groupDigits(formatUnits(amount, decimals))} ${symbol}`)
    .join(" or ");
}
