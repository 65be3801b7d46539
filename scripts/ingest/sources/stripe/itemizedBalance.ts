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

/** What Stripe's itemized balance report has at least. */
const COLUMNS = {
  required: ["balance_transaction_id", "reporting_category", "gross", "currency", "charge_id"],
  open: true,
} as const;

const CATEGORIES: Readonly<Record<string, BalanceTransaction["category"]>> = {
  charge: "sale",
  refund: "refund",
  refund_failure: "refund_failure",
  dispute: "dispute",
  dispute_reversal: "dispute_reversal",
};

/** Stripe's itemized balance report. */
export const itemizedBalance = {
  what: "Stripe's itemized balance",
  known: { columns: ["balance_transaction_id", "reporting_category"] },
  read: (file: string, inputs: Inputs, options: ReadOptions) =>
    readBalance(file, COLUMNS, inputs, (row) => toTransaction(row, options)),
} satisfies InputSource;

function toTransaction(row: Row, { keep, zone }: ReadOptions): BalanceTransaction {
  const called = row.require("reporting_category");
  const description = row.get("description");
  const hasOwn = row.get("customer_facing_amount") !== "";
  const currency = row.require(hasOwn ? "customer_facing_currency" : "currency");
  const amount = stripeAmountOf(row, hasOwn ? "customer_facing_amount" : "gross", currency);
  const occurredAt = stripeTimeOf(row, /^created/, zone);
  if (occurredAt === undefined) {
    throw row.mistake("created_utc", "nothing", "the column with the time of the transaction");
  }
  const charge = row.get("charge_id");
  return {
    category: CATEGORIES[called] ?? "other",
    called,
    id: row.get("source_id") || row.require("balance_transaction_id"),
    charge,
    same: [row.get("invoice_id"), row.get("payment_intent_id"), charge].filter((id) => id !== ""),
    amount: amount < 0n ? -amount : amount,
    ...{ currency, occurredAt, description, from: placeOf(row) },
    customers: customersIn(row, keep.customers),
    attributes: { ...metadataOf(row), ...(description === "" ? {} : { description }) },
  };
}
