import type { Columns } from "../../../files/table/checkHeader.ts";
import type { Row } from "../../../files/table/Row.ts";
import { streamTable } from "../../../files/table/streamTable.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { takeBalanceTransactions } from "./takeBalanceTransactions.ts";

/** Reads an exported balance, in either form: each row as a transaction, in the order of time. */
export async function readBalance(
  file: string,
  columns: Columns,
  inputs: Inputs,
  toTransaction: (row: Row) => BalanceTransaction,
): Promise<void> {
  const transactions: BalanceTransaction[] = [];
  await streamTable(file, columns, (row) => transactions.push(toTransaction(row)));
  // Exports begin with the latest.
  transactions.sort((a, b) => a.occurredAt - b.occurredAt);
  takeBalanceTransactions(transactions, inputs);
}
