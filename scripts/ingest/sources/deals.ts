import { requireTime } from "../../files/columns/timeIn.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { InputSource } from "./InputSource.ts";

const COLUMNS = {
  required: ["customer_id", "partner", "role", "registered_at", "expires_at"],
  optional: ["channel"],
  open: true,
  times: ["registered_at", "expires_at"],
} as const;

/** Registered deals: `customer_id,partner,role,registered_at,expires_at` and optionally `channel`. */
export const deals = {
  what: "deals",
  known: { columns: ["customer_id", "partner", "expires_at"] },
  async read(file: string, inputs: Inputs): Promise<void> {
    await streamTable(file, COLUMNS, (row) => {
      requireTime(row, "registered_at");
      requireTime(row, "expires_at");
      const channel = row.get("channel");
      inputs.deals.push({
        customer: row.require("customer_id"),
        partner: row.require("partner"),
        role: row.require("role"),
        registered: row.get("registered_at"),
        expires: row.get("expires_at"),
        ...(channel === "" ? {} : { channel }),
      });
    });
  },
} satisfies InputSource;
