import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { SaleFact } from "../../facts/SaleFact.ts";
import { amountIn } from "./amountIn.ts";
import type { MappedFile } from "./MappedFile.ts";
import { meetsRow } from "./meetsRow.ts";
import { timeIn } from "./timeIn.ts";

/** Takes what a sale's row says of how much went back so far, by the first that says of some. */
export function takeRefunded(row: Row, sale: SaleFact, file: MappedFile, inputs: Inputs): void {
  const { map, form, zone } = file;
  for (const { when, amount: columns, time, reason = "refund" } of map.refunded ?? []) {
    if (!meetsRow(row, when)) continue;
    const found = columns === undefined ? sale.amount : amountIn(row, columns, form, sale.currency);
    const amount = found !== undefined && found < 0n ? -found : (found ?? 0n);
    if (amount === 0n) continue;
    const { id, decimals, currency, from } = sale;
    inputs.refunds.push({
      ...{ id: `${id}@${amount}`, saleId: id, amount, decimals, currency, reason, from },
      occurredAt: timeIn(row, time, zone),
      ...{ isTotal: true, source: "payments" },
    });
    return;
  }
}
