import type { Columns } from "../table/checkHeader.ts";

/**
 * refunds.csv: `refund_id,sale_id,amount,reason,occurred_at[,total]`. The total says what has gone back of the sale with this refund
 * in all, and stands above the amount.
 */
export const REFUND_COLUMNS: Columns = {
  required: ["refund_id", "sale_id", "amount"],
  optional: ["reason", "occurred_at", "total"],
  amounts: ["amount", "total"],
  times: ["occurred_at"],
};
