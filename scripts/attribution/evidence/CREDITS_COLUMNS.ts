import type { Columns } from "../../files/table/checkHeader.ts";

/** What came of an attribution: `sale_id,credits`. */
export const CREDITS_COLUMNS: Columns = { required: ["sale_id", "credits"] };
