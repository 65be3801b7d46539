import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { refundedAfter } from "../../core/deal/refundedAfter.ts";
import { REFUND_COLUMNS } from "../files/columns/REFUND_COLUMNS.ts";
import { readRefundAmounts } from "../files/columns/readRefundAmounts.ts";
import { timeIn } from "../files/columns/timeIn.ts";
import { readTable } from "../files/table/readTable.ts";
import { refuseRepeated } from "../files/table/refuseRepeated.ts";
import type { PastRefund, PastSale } from "./PastSale.ts";

/** Reads refunds.csv, in the order of time. One without a date happens as its sale does. */
export async function readPastRefunds(
  file: string,
  sales: readonly PastSale[],
): Promise<PastRefund[]> {
  const rows = await readTable(file, { ...REFUND_COLUMNS, mayBeCut: true });
  refuseRepeated(rows, "refund_id");
  const wanted = new Set(rows.map((row) => row.require("sale_id")));
  const found = new Map(sales.filter(({ id }) => wanted.has(id)).map((sale) => [sale.id, sale]));
  const refunded = new Map<string, bigint>();
  const refunds = rows.map((row) => {
    row.require("refund_id");
    const id = row.require("sale_id");
    const sale = found.get(id);
    if (sale === undefined)
      throw row.mistake("sale_id", `"${id}", which is not among the sales`, "a sale of the file");
    const before = refunded.get(id) ?? 0n;
    const after = refundedAfter(before, readRefundAmounts(row, currencyOf(sale)));
    if (after > sale.amount)
      throw row.mistake("amount", `"${row.get("amount")}"`, "no more than is left of the sale");
    refunded.set(id, after);
    const time = timeIn(row, "occurred_at") ?? sale.time;
    if (time < sale.time) {
      const found = `"${row.get("occurred_at")}"`;
      throw row.mistake("occurred_at", found, "a time not before that of the sale");
    }
    return { row, sale, amount: after - before, time };
  });
  return refunds.filter(({ amount }) => amount > 0n).sort((a, b) => a.time - b.time);
}

function currencyOf({ currency }: PastSale) {
  return { symbol: currency, decimals: decimalsOf(currency) };
}
