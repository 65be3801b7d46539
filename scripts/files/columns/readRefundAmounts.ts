import type { Row } from "../table/Row.ts";
import { amountIn } from "./amountIn.ts";

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
  const amount = amountIn(row, "amount", currency);
  return { amount, total: row.get("total") === "" ? undefined : amountIn(row, "total", currency) };
}
