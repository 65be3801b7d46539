import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { parseAmount } from "../../core/text/parseAmount.ts";
import { parseTime, TIME_FORMAT } from "../../core/text/parseTime.ts";
import { REFUND_COLUMNS } from "../files/columns/REFUND_COLUMNS.ts";
import { readTable } from "../files/table/readTable.ts";
import { refuseRepeated } from "../files/table/refuseRepeated.ts";
import type { PastRefund, PastSale } from "./PastSale.ts";

/** Reads refunds.csv, in the order of time. One without a date happens as its sale does. */
export async function readPastRefunds(
  file: string,
  sales: readonly PastSale[],
): Promise<PastRefund[]> {
  const rows = await readTable(file, REFUND_COLUMNS);
  refuseRepeated(rows, "refund_id");
  const wanted = new Set(rows.map((row) => row.require("sale_id")));
  const found = new Map(sales.filter(({ id }) => wanted.has(id)).map((sale) => [sale.id, sale]));
  const left = new Map([...found].map(([id, { amount }]) => [id, amount]));
  const refunds = rows.map((row) => {
    row.require("refund_id");
    const id = row.require("sale_id");
    const sale = found.get(id);
    if (sale === undefined)
      throw row.mistake("sale_id", `"${id}", which is not among the sales`, "a sale of the file");
    const parsed = parseAmount(row.require("amount"), sale.currency, decimalsOf(sale.currency));
    if (!("amount" in parsed)) throw row.mistake("amount", parsed.found, parsed.allowed);
    const rest = (left.get(id) ?? 0n) - parsed.amount;
    if (rest < 0n)
      throw row.mistake("amount", `"${row.get("amount")}"`, "no more than is left of the sale");
    left.set(id, rest);
    const text = row.get("occurred_at");
    const time = text === "" ? sale.time : parseTime(text);
    if (time === undefined) throw row.mistake("occurred_at", `"${text}"`, TIME_FORMAT);
    if (time < sale.time)
      throw row.mistake("occurred_at", `"${text}"`, "a time not before that of the sale");
    return { row, sale, amount: parsed.amount, time };
  });
  return refunds.sort((a, b) => a.time - b.time);
}
