import { formatUnits } from "viem";
import type { Row } from "../../../files/table/Row.ts";
import type { KeptFields } from "../../facts/KeptFields.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn, DECIMALS, type DecimalMark } from "./amountIn.ts";
import { customersIn } from "./customersIn.ts";
import type { DayOrder } from "./findDayOrder.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { timeIn } from "./timeIn.ts";
import { typeOf } from "./typeOf.ts";

export interface PaypalFile {
  readonly decimalMark: DecimalMark;
  /** Undefined where no date that counts needs it. */
  readonly dayOrder: DayOrder | undefined;
  readonly keep: KeptFields;
}

/** Columns that rules can ask for, by what they call them. */
const ATTRIBUTES = {
  type: "Type",
  invoice: "Invoice Number",
  custom: "Custom Number",
  reference: "Reference Txn ID",
  item: "Item Title",
};

/** A row that may count. */
export function toTransaction(
  row: Row,
  { decimalMark, dayOrder, keep }: PaypalFile,
): PaypalTransaction {
  const called = row.get("Type");
  const fee = amountIn(row, "Fee", decimalMark) ?? 0n;
  const attributes = Object.entries(ATTRIBUTES).map(([name, column]) => [name, row.get(column)]);
  return {
    ...{ type: typeOf(called), called, status: row.get("Status"), from: placeOf(row) },
    id: row.require("Transaction ID"),
    reference: row.get("Reference Txn ID"),
    gross: amountIn(row, "Gross", decimalMark),
    tax: amountIn(row, "Sales Tax", decimalMark) ?? 0n,
    shipping: amountIn(row, "Shipping and Handling Amount", decimalMark) ?? 0n,
    currency: row.require("Currency").toUpperCase(),
    occurredAt: timeIn(row, dayOrder),
    product: row.get("Item ID"),
    customers: customersIn(row, keep),
    attributes: Object.fromEntries(
      [...attributes, ["fee", fee === 0n ? "" : formatUnits(-fee, DECIMALS)]].filter(
        ([, text]) => text !== "",
      ),
    ),
  };
}
