import { TOUCHPOINT_COLUMNS } from "../../files/columns/TOUCHPOINT_COLUMNS.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../Inputs.ts";
import { placeOf } from "./placeOf.ts";
import { requireTime } from "./requireTime.ts";

/** Reads a touchpoints file. */
export async function readTouchRows(file: string, inputs: Inputs): Promise<void> {
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
}
