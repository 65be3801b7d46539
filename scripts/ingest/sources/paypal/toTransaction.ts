import { formatUnits } from "viem";
import type { Row } from "../../../files/table/Row.ts";
import type { KeptFields } from "../../facts/KeptFields.ts";
import { placeOf } from "../placeOf.ts";
import { amountIn, DECIMALS } from "./amountIn.ts";
import type { DecimalMark } from "./findDecimalMark.ts";
import type { PaypalTransaction } from "./PaypalTransaction.ts";
import { timeIn } from "./timeIn.ts";
import { typeOf } from "./typeOf.ts";
import type { DayOrder } from "./zoneIn.ts";

export interface PaypalFile {
  readonly decimalMark: DecimalMark;
  readonly dayOrder: DayOrder;
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

/** Where PayPal names the customer, by how a mapping calls it; `custom` is what the shop gave along. */
const CUSTOMERS: Readonly<Record<string, string>> = {
  client_reference_id: "Custom Number",
  customer: "Payer ID",
  email: "From Email Address",
};

export function toTransaction(
  row: Row,
  { decimalMark, dayOrder, keep }: PaypalFile,
): PaypalTransaction {
  const called = row.require("Type");
  const fee = amountIn(row, "Fee", decimalMark);
  const attributes = Object.entries(ATTRIBUTES).map(([name, column]) => [name, row.get(column)]);
  return {
    ...{ type: typeOf(called), called, status: row.require("Status"), from: placeOf(row) },
    isMemo: row.get("Balance Impact").toLowerCase() === "memo",
    id: row.require("Transaction ID"),
    reference: row.get("Reference Txn ID"),
    gross: amountIn(row, "Gross", decimalMark),
    tax: amountIn(row, "Sales Tax", decimalMark),
    shipping: amountIn(row, "Shipping and Handling Amount", decimalMark),
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

function customersIn(row: Row, { customers }: KeptFields): string[] {
  const names = customers.map((place) => {
    const name = row.get(CUSTOMERS[place] ?? "");
    return place === "email" ? name.toLowerCase() : name;
  });
  return [...new Set(names.filter((name) => name !== ""))];
}
