import type { Columns } from "../../files/table/checkHeader.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../Inputs.ts";
import type { KeptFields } from "../KeptFields.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { takeBalanceTransactions } from "./takeBalanceTransactions.ts";

/** One of the two forms in which Stripe exports a balance. */
export interface BalanceForm {
  readonly columns: Columns;
  readonly read: (row: Row, keep: KeptFields, zone: string) => BalanceTransaction;
}

/** Reads an exported balance. */
export async function readBalance(
  file: string,
  { columns, read }: BalanceForm,
  inputs: Inputs,
  keep: KeptFields,
  zone: string,
): Promise<void> {
  const movements: BalanceTransaction[] = [];
  await streamTable(file, columns, (row) => movements.push(read(row, keep, zone)));
  // Exports begin with the latest.
  movements.sort((a, b) => a.occurredAt - b.occurredAt);
  takeBalanceTransactions(movements, inputs);
}
