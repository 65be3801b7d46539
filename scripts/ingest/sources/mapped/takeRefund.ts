import { fiatDecimals } from "../../../../core/currency/fiatDecimals.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn } from "./amountIn.ts";
import { currencyIn } from "./currencyIn.ts";
import type { MappedFile } from "./MappedFile.ts";
import { requireIn } from "./requireIn.ts";
import { setRowAside } from "./setRowAside.ts";
import { textIn } from "./textIn.ts";
import { timeIn } from "./timeIn.ts";

/** Takes a row that is a refund of its own. */
export function takeRefund(row: Row, file: MappedFile, inputs: Inputs): void {
  const { map, form, zone } = file;
  const saleId = textIn(row, map.refundOf);
  if (saleId === "") {
    const reason = "it does not name the sale that it gives back";
    setRowAside(row, file, inputs, { verdict: "review", rule: "(no sale)", reason });
    return;
  }
  const currency = currencyIn(row, map.currency);
  const found = amountIn(row, map.amount, form, currency) ?? 0n;
  if (found === 0n) {
    const reason = "nothing went back";
    setRowAside(row, file, inputs, { verdict: "exclude", rule: "(not paid)", reason });
    return;
  }
  inputs.refunds.push({
    ...{ id: requireIn(row, map.id), saleId, amount: found < 0n ? -found : found },
    ...{ decimals: fiatDecimals(currency), currency, reason: "refund", from: placeOf(row) },
    occurredAt: timeIn(row, map.time, zone, map.clock),
    source: "payments",
  });
}
