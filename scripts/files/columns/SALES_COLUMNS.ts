import type { Columns } from "../table/checkHeader.ts";

/** sales.csv: `sale_id,customer_id,kind,amount,currency,occurred_at,product` and optionally `credits`, and `conversion` in words. */
export const SALES_COLUMNS: Columns = {
  required: ["sale_id", "kind", "amount", "currency", "occurred_at"],
  optional: ["customer_id", "product", "credits", "conversion"],
  amounts: ["amount"],
  times: ["occurred_at"],
};
