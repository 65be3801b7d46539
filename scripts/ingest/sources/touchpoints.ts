import { TOUCHPOINT_COLUMNS } from "../../files/columns/TOUCHPOINT_COLUMNS.ts";
import { requireTime } from "../../files/columns/timeIn.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { InputSource } from "./InputSource.ts";
import { placeOf } from "./placeOf.ts";

/** A touchpoints file. */
export const touchpoints = {
  what: "touchpoints",
  known: { columns: ["customer_id", "partner", "role"] },
  async read(file: string, inputs: Inputs): Promise<void> {
    await streamTable(file, TOUCHPOINT_COLUMNS, (row) => {
      inputs.touches.push({
        customer: row.require("customer_id"),
        partner: row.require("partner"),
        role: row.require("role"),
        channel: row.get("channel"),
        occurredAt: requireTime(row, "occurred_at"),
        id: row.get("touch_id"),
        from: placeOf(row),
      });
    });
  },
} satisfies InputSource;
