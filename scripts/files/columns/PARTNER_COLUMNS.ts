import type { Columns } from "../table/checkHeader.ts";

/** partners.csv: `partner,wallet,tier,joined_at,referrer`. */
export const PARTNER_COLUMNS: Columns = {
  required: ["partner", "wallet"],
  optional: ["tier", "joined_at", "referrer"],
  times: ["joined_at"],
};
