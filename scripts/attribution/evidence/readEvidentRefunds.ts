import { toId } from "../../../core/ids/toId.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { readTable } from "../../files/table/readTable.ts";
import type { EvidentRefunds } from "./Evidence.ts";

/** The refunds of evidence by their ids on chain. */
export async function readEvidentRefunds(file: string): Promise<EvidentRefunds> {
  const rows = await readTable(file, REFUND_COLUMNS);
  return new Map(
    rows.map((row) => {
      const name = row.require("refund_id");
      const [sale, amount, reason] = ["sale_id", "amount", "reason"].map((one) => row.get(one));
      return [toId(name), { name, sale: sale ?? "", amount: amount ?? "", reason: reason ?? "" }];
    }),
  );
}
