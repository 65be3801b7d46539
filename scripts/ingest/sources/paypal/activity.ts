import type { Columns } from "../../../files/table/checkHeader.ts";
import { readTable } from "../../../files/table/readTable.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { findDayOrder } from "./findDayOrder.ts";
import { findDecimalMark } from "./findDecimalMark.ts";
import { takeTransactions } from "./takeTransactions.ts";
import { toTransaction } from "./toTransaction.ts";

const COLUMNS: Columns = {
  required: ["Date", "Time", "Type", "Status", "Currency", "Gross", "Transaction ID"],
  open: true,
};

/** PayPal's activity download, with commas or tabs. */
export const activity = {
  what: "PayPal's activity",
  known: { columns: ["Date", "Gross", "Transaction ID"] },
  async read(file: string, inputs: Inputs, { keep }: ReadOptions): Promise<void> {
    const rows = await readTable(file, COLUMNS);
    const decimalMark = findDecimalMark(rows);
    const dayOrder = findDayOrder(rows, decimalMark);
    const transactions = rows.map((row) => toTransaction(row, { decimalMark, dayOrder, keep }));
    // Downloads may begin with the latest.
    transactions.sort((a, b) => a.occurredAt - b.occurredAt);
    takeTransactions(transactions, inputs);
  },
} satisfies InputSource;
