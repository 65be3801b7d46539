import { amountIn } from "../../files/columns/amountIn.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { timeIn } from "../../files/columns/timeIn.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { RefundFact } from "../facts/RefundFact.ts";
import type { InputSource } from "./InputSource.ts";
import { placeOf } from "./placeOf.ts";
import { takeOrSetAside } from "./takeOrSetAside.ts";

/** As many as any currency has: which one it is the sale knows. */
const DECIMALS = 18;
const CURRENCY = { symbol: "the sale's currency", decimals: DECIMALS };

/** A refunds file. */
export const refunds = {
  what: "refunds",
  known: { columns: ["refund_id", "sale_id"] },
  async read(file: string, inputs: Inputs): Promise<void> {
    await streamTable(file, REFUND_COLUMNS, (row) =>
      takeOrSetAside(row, "refund", inputs, () => inputs.refunds.push(toRefund(row))),
    );
  },
} satisfies InputSource;

function toRefund(row: Row): RefundFact {
  const isTotal = row.get("total") !== "";
  return {
    id: row.require("refund_id"),
    saleId: row.require("sale_id"),
    amount: amountIn(row, isTotal ? "total" : "amount", CURRENCY),
    isTotal,
    decimals: DECIMALS,
    reason: row.get("reason"),
    occurredAt: timeIn(row, "occurred_at"),
    source: "file",
    from: placeOf(row),
  };
}
