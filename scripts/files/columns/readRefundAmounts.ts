import { parseAmount } from "../../../core/text/parseAmount.ts";
import type { Row } from "../table/Row.ts";

/** What a row of a refunds file gives back, in the smallest unit of the sale's currency. */
export interface RefundAmounts {
  readonly amount: bigint;
  /** What has gone back of the sale with it in all; undefined where the row does not say. */
  readonly total: bigint | undefined;
}

/** Reads the amounts of a row of a refunds file. */
export function readRefundAmounts(
  row: Row,
  currency: { readonly symbol: string; readonly decimals: number },
): RefundAmounts {
  const amountIn = (column: string) => {
    const parsed = parseAmount(row.require(column), currency.symbol, currency.decimals);
    if ("amount" in parsed) return parsed.amount;
    throw row.mistake(column, parsed.found, parsed.allowed);
  };
  const amount = amountIn("amount");
  return { amount, total: row.get("total") === "" ? undefined : amountIn("total") };
}
