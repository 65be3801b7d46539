import { formatUnits } from "viem";
import type { Currency } from "../currency/Currency.ts";
import { type Amounts, amountOf } from "../deal/amountOf.ts";

/** Amounts as a terms file writes them: { "USDC": "1250.5" }; null where there are none. */
export function amountsInFile(
  amounts: Amounts,
  currencies: readonly Currency[],
): Readonly<Record<string, string>> | null {
  if (amounts.length === 0) return null;
  return Object.fromEntries(
    currencies
      .map(({ symbol, index, decimals }) => [symbol, amountOf(amounts, index), decimals] as const)
      .filter(([, amount]) => amount > 0n)
      .map(([symbol, amount, decimals]) => [symbol, formatUnits(amount, decimals)]),
  );
}
