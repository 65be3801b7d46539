import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { placeOf } from "../placeOf.ts";
import type { BalanceTransaction } from "./BalanceTransaction.ts";
import { customersIn } from "./customersIn.ts";
import { metadataOf } from "./metadataOf.ts";
import { readBalance } from "./readBalance.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";
import { stripeTimeOf } from "./stripeTimeOf.ts";

/** What the Dashboard's export of all transactions has at least. */
const COLUMNS = {
  required: ["id", "Type", "Source", "Amount", "Currency"],
  open: true,
} as const;

const CATEGORIES: Readonly<Record<string, BalanceTransaction["category"]>> = {
  charge: "sale",
  payment: "sale",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund_failure",
  payment_failure_refund: "refund",
};

/** A dispute is an adjustment that only its description tells apart from others. */
const DISPUTE = /^(?:chargeback|dispute) (withdrawal|reversal) for ((?:ch|py)_\w+)/i;

/** What the Dashboard exports of all transactions. */
export const balanceHistory = {
  what: "Stripe's balance history",
  known: { columns: ["id", "Type", "Source"] },
  read: (file: string, inputs: Inputs, options: ReadOptions) =>
    readBalance(file, COLUMNS, inputs, (row) => toTransaction(row, options)),
} satisfies InputSource;

function toTransaction(row: Row, { keep, zone }: ReadOptions): BalanceTransaction {
  const called = row.require("Type").toLowerCase();
  const source = row.get("Source");
  const description = row.get("Description");
  const dispute = DISPUTE.exec(description);
  // Until 2022 a refund's source was its charge.
  const charge = dispute?.[2] ?? (/^(ch|py)_/.test(source) ? source : "");
  const hasOwn = row.get("Customer Facing Amount") !== "";
  const currency = row.require(hasOwn ? "Customer Facing Currency" : "Currency");
  const amount = stripeAmountOf(row, hasOwn ? "Customer Facing Amount" : "Amount", currency);
  const occurredAt = stripeTimeOf(row, /^Created/, zone);
  if (occurredAt === undefined) {
    throw row.mistake("Created (UTC)", "nothing", "the column with the time of the transaction");
  }
  return {
    category: dispute === null ? (CATEGORIES[called] ?? "other") : disputeOf(dispute[1] ?? ""),
    called,
    id: source === charge ? row.require("id") : source,
    charge,
    same: charge === "" ? [] : [charge],
    amount: amount < 0n ? -amount : amount,
    ...{ currency, occurredAt, description, from: placeOf(row) },
    customers: customersIn(row, keep.customers),
    attributes: { ...metadataOf(row), ...(description === "" ? {} : { description }) },
  };
}

function disputeOf(word: string): BalanceTransaction["category"] {
  return word.toLowerCase() === "reversal" ? "dispute_reversal" : "dispute";
}
