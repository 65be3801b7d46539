import { formatUnits } from "viem";
import type { DayOrder } from "../../../../core/text/isoDate.ts";
import type { DecimalMark } from "../../../../core/text/plainAmount.ts";
import type { Row } from "../../../files/table/Row.ts";
import type { KeptFields } from "../../facts/KeptFields.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn, DECIMALS } from "./amountIn.ts";
import { customersIn } from "./customersIn.ts";
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
  const fee = partIn(row, "Fee", decimalMark);
  const attributes = Object.entries(ATTRIBUTES).map(([name, column]) => [name, row.get(column)]);
  return {
    ...{ type: typeOf(called), called, status: row.get("Status"), from: placeOf(row) },
    id: row.require("Transaction ID"),
    reference: row.get("Reference Txn ID"),
    gross: amountIn(row, "Gross", decimalMark),
    tax: partIn(row, "Sales Tax", decimalMark),
    shipping: partIn(row, "Shipping and Handling Amount", decimalMark),
    fees: fee === undefined ? undefined : -fee,
    currency: row.require("Currency").toUpperCase(),
    occurredAt: timeIn(row, dayOrder),
    product: row.get("Item ID"),
    customers: customersIn(row, keep),
    attributes: Object.fromEntries(
      [
        ...attributes,
        ["fee", fee === undefined || fee === 0n ? "" : formatUnits(-fee, DECIMALS)],
      ].filter(([, text]) => text !== ""),
    ),
  };
}

/** PayPal leaves these columns empty where there is none. */
function partIn(
  row: Row,
  column: "Fee" | "Sales Tax" | "Shipping and Handling Amount",
  mark: DecimalMark,
): bigint | undefined {
  const isNone = row.get(column) === "" && row.names().includes(column);
  return isNone ? 0n : amountIn(row, column, mark);
}
