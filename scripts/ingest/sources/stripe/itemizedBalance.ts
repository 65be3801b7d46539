import type { Row } from "../../../files/table/Row.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { placeOf } from "../placeOf.ts";
import type { BalanceTransaction, Category } from "./BalanceTransaction.ts";
import { customersIn } from "./customersIn.ts";
import { metadataOf } from "./metadataOf.ts";
import { readBalance } from "./readBalance.ts";
import { settledIn } from "./settledIn.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";
import { stripeTimeOf } from "./stripeTimeOf.ts";

/** What Stripe's itemized balance report has at least. */
const COLUMNS = {
  required: ["balance_transaction_id", "reporting_category", "gross", "currency", "charge_id"],
  open: true,
} as const;

const SETTLED = { amount: "gross", fee: "fee" };

const CATEGORIES: Readonly<Record<string, Category>> = {
  charge: "sale",
  partial_capture_reversal: "partial_capture",
  charge_failure: "failure",
  refund: "refund",
  refund_failure: "refund_failure",
  dispute: "dispute",
  dispute_reversal: "dispute_reversal",
  // What the account pays, is paid or lays by, which is no money of the charge's customer.
  fee: "cost",
  network_cost: "cost",
  tax: "cost",
  payout: "cost",
  payout_reversal: "cost",
  transfer: "cost",
  transfer_reversal: "cost",
  platform_earning: "cost",
  platform_earning_refund: "cost",
  risk_reserved_funds: "cost",
  connect_reserved_funds: "cost",
  topup: "cost",
  topup_reversal: "cost",
  contribution: "cost",
};

/** Stripe's itemized balance report. */
export const itemizedBalance = {
  what: "Stripe's itemized balance",
  known: { columns: ["balance_transaction_id", "reporting_category"] },
  readTogether: (files: readonly string[], inputs: Inputs, options: ReadOptions) =>
    readBalance(files, COLUMNS, inputs, (row) => toTransaction(row, options)),
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
  const [charge, source] = [row.get("charge_id"), row.get("source_id")];
  const transaction = row.require("balance_transaction_id");
  return {
    category: Object.hasOwn(CATEGORIES, called) ? (CATEGORIES[called] ?? "unknown") : "unknown",
    ...{ called, transaction, charge },
    id: source === "" || (source === charge && called !== "charge") ? transaction : source,
    same: [row.get("invoice_id"), row.get("payment_intent_id"), charge].filter((id) => id !== ""),
    amount: amount < 0n ? -amount : amount,
    settled: settledIn(row, { amount, currency }, row.require("currency"), SETTLED),
    ...{ currency, occurredAt, description, from: placeOf(row) },
    customers: customersIn(row, keep.customers),
    attributes: { ...metadataOf(row), ...(description === "" ? {} : { description }) },
  };
}
