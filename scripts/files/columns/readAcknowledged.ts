import type { Hex } from "viem";
import { toId } from "../../../core/ids/toId.ts";
import type { Columns } from "../table/checkHeader.ts";
import { readTable } from "../table/readTable.ts";

const COLUMNS: Columns = { required: ["refund_id", "amount", "reason"] };

/** Money that went back too late to be reversed, and that the operator bears. */
export interface Acknowledgement {
  readonly name: string;
  /** As it is written, in the sale's currency. */
  readonly amountText: string;
  readonly reason: string;
}

/** Reads which late refunds are acknowledged, by their ids. What is told twice alike counts once. */
export async function readAcknowledged(
  file: string | undefined,
): Promise<ReadonlyMap<Hex, Acknowledgement>> {
  const acknowledged = new Map<Hex, Acknowledgement>();
  if (file === undefined) return acknowledged;
  for (const row of await readTable(file, COLUMNS)) {
    const name = row.require("refund_id");
    const told = { name, amountText: row.require("amount"), reason: row.require("reason") };
    const before = acknowledged.get(toId(name)) ?? told;
    for (const [column, was] of [
      ["amount", before.amountText],
      ["reason", before.reason],
    ] as const) {
      if (row.get(column) === was) continue;
      throw row.mistake(
        column,
        `"${row.get(column)}"`,
        `"${was}", as a line before has it of "${name}"`,
      );
    }
    acknowledged.set(toId(name), told);
  }
  return acknowledged;
}
