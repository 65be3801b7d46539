import type { Columns } from "../table/checkHeader.ts";

/** refunds.csv: `refund_id,sale_id,amount,reason,occurred_at`. */
export const REFUND_COLUMNS: Columns = {
  required: ["refund_id", "sale_id", "amount"],
  optional: ["reason", "occurred_at"],
};
