import type { Columns } from "../../files/table/checkHeader.ts";
import type { Row } from "../../files/table/Row.ts";
import { streamTable } from "../../files/table/streamTable.ts";
import type { Inputs } from "../Inputs.ts";
import type { Keep } from "../stripe/hear.ts";
import { bookMovements } from "./bookMovements.ts";
import type { Movement } from "./Movement.ts";

/** One of the two forms in which Stripe exports a balance. */
export interface BalanceForm {
  readonly columns: Columns;
  readonly read: (row: Row, keep: Keep, zone: string) => Movement;
}

/** Reads an exported balance. */
export async function readBalance(
  file: string,
  { columns, read }: BalanceForm,
  inputs: Inputs,
  keep: Keep,
  zone: string,
): Promise<void> {
  const movements: Movement[] = [];
  await streamTable(file, columns, (row) => movements.push(read(row, keep, zone)));
  // Exports begin with the latest.
  movements.sort((a, b) => a.occurredAt - b.occurredAt);
  bookMovements(movements, inputs);
}
