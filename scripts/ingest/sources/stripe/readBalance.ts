import type { Columns } from "../../../files/table/checkHeader.ts";
import type { Row } from "../../../files/table/Row.ts";
import { streamTable } from "../../../files/table/streamTable.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { takeBalanceTransactions } from "./takeBalanceTransactions.ts";

/** Reads exported balances of one form together: each row as a transaction, which may undo one of another file. */
export async function readBalance(
  files: readonly string[],
  columns: Columns,
  inputs: Inputs,
  toTransaction: (row: Row) => BalanceTransaction,
): Promise<void> {
  const transactions: BalanceTransaction[] = [];
  for (const file of files)
    await streamTable(file, columns, (row) => transactions.push(toTransaction(row)));
  takeBalanceTransactions(transactions, inputs);
}
