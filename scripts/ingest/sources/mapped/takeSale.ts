import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { MappedFile } from "./MappedFile.ts";
import { meetsRow } from "./meetsRow.ts";
import { setRowAside } from "./setRowAside.ts";
import { takeRefunded } from "./takeRefunded.ts";
import { toSale } from "./toSale.ts";

/** Takes a row that is a sale, with what it says of refunds and disputes. */
export function takeSale(row: Row, items: readonly Row[], file: MappedFile, inputs: Inputs): void {
  const sale = toSale(row, items, file);
  if (sale.amount <= 0n) {
    const isNothing = sale.amount === 0n;
    setRowAside(row, file, inputs, {
      verdict: isNothing ? "exclude" : "review",
      rule: isNothing ? "(not paid)" : "(unknown row)",
      reason: isNothing
        ? "nothing was paid"
        : "money went out by it; if it is a refund, say so in the map or in a refunds file",
    });
    return;
  }
  inputs.sales.push(sale);
  takeRefunded(row, sale, file, inputs);
  const { disputed } = file.map;
  if (disputed !== undefined && meetsRow(row, disputed)) inputs.disputed.add(sale.id);
}
