import type { Currency } from "@core/currency/Currency";
import { formatAmount } from "@core/text/formatAmount";

/** An amount to the last unit with its currency, as two nodes' answers are compared and shown. */
export function amountIn({ decimals, symbol }: Currency, amount: bigint): string {
  return `${formatAmount(amount, decimals).exact} ${symbol}`;
}
