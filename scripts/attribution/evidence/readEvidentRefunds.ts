import { toId } from "../../../core/ids/toId.ts";
import { REFUND_COLUMNS } from "../../files/columns/REFUND_COLUMNS.ts";
import { readTable } from "../../files/table/readTable.ts";
import type { EvidentRefund, EvidentRefunds } from "./Evidence.ts";

/** The refunds of evidence by their ids on chain. */
export async function readEvidentRefunds(file: string): Promise<EvidentRefunds> {
  const rows = await readTable(file, REFUND_COLUMNS);
  const bySale = new Map<string, EvidentRefund[]>();
  return new Map(
    rows.map((row) => {
      const name = row.require("refund_id");
      const sale = row.get("sale_id");
      const ofSale = bySale.get(sale) ?? [];
      const [amount, reason, total] = [row.get("amount"), row.get("reason"), row.get("total")];
      const refund = { name, sale, amount, reason, total, ofSale };
      ofSale.push(refund);
      bySale.set(sale, ofSale);
      return [toId(name), refund];
    }),
  );
}
