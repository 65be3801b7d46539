import type { Columns } from "../../../files/table/checkHeader.ts";
import { readTable } from "../../../files/table/readTable.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { findConversions } from "./findConversions.ts";
import { findDayOrder } from "./findDayOrder.ts";
import { findDecimalMark } from "./findDecimalMark.ts";
import { ifReadable } from "./ifReadable.ts";
import { isConversion, neverCounts } from "./neverCounts.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { setAsideRow } from "./setAsideRow.ts";
import { takeTransactions } from "./takeTransactions.ts";
import { toTransaction } from "./toTransaction.ts";

const COLUMNS: Columns = {
  required: ["Date", "Time", "Type", "Status", "Currency", "Gross", "Transaction ID"],
  open: true,
};

/** PayPal's activity downloads, with commas or tabs. */
export const activity = {
  what: "PayPal's activity",
  known: { columns: ["Date", "Gross", "Transaction ID"] },
  async readTogether(
    files: readonly string[],
    inputs: Inputs,
    { keep }: ReadOptions,
  ): Promise<void> {
    const transactions: PaypalTransaction[] = [];
    const conversions: PaypalTransaction[] = [];
    for (const name of files) {
      const rows = await readTable(name, COLUMNS);
      const decimalMark = findDecimalMark(rows);
      const file = { decimalMark, dayOrder: findDayOrder(rows, decimalMark), keep };
      for (const row of rows) {
        const why = neverCounts(row);
        if (why === undefined) transactions.push(toTransaction(row, file));
        else inputs.setAside.push(setAsideRow(row, file, why));
        const conversion = isConversion(row)
          ? ifReadable(() => toTransaction(row, file))
          : undefined;
        if (conversion !== undefined) conversions.push(conversion);
      }
    }
    takeTransactions(transactions, findConversions(conversions), inputs);
  },
} satisfies InputSource;
