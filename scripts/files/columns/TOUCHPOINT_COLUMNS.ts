import type { Columns } from "../table/checkHeader.ts";

/** touchpoints.csv: `customer_id,partner,role,channel,occurred_at`. */
export const TOUCHPOINT_COLUMNS: Columns = {
  required: ["customer_id", "partner", "role", "occurred_at"],
  optional: ["channel", "touch_id"],
  times: ["occurred_at"],
};
