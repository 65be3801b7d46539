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

/** What the Dashboard's export of all transactions has at least. */
const COLUMNS = {
  required: ["id", "Type", "Source", "Amount", "Currency"],
  open: true,
} as const;

const SETTLED = { amount: "Amount", fee: "Fee" };

const CATEGORIES: Readonly<Record<string, Category>> = {
  charge: "sale",
  payment: "sale",
  refund: "refund",
  payment_refund: "refund",
  refund_failure: "refund_failure",
  payment_failure_refund: "failure",
  payment_reversal: "failure",
  // What the account pays, is paid or lays by, which is no money of the charge's customer.
  stripe_fee: "cost",
  stripe_fx_fee: "cost",
  network_cost: "cost",
  tax_fee: "cost",
  payout: "cost",
  payout_cancel: "cost",
  payout_failure: "cost",
  transfer: "cost",
  transfer_cancel: "cost",
  transfer_failure: "cost",
  transfer_refund: "cost",
  application_fee: "cost",
  application_fee_refund: "cost",
  reserve_transaction: "cost",
  reserved_funds: "cost",
  topup: "cost",
  topup_reversal: "cost",
  contribution: "cost",
};

/** A charge that a description names. */
const CHARGE = /\b((?:ch|py)_\w+)/;

/** A dispute is an adjustment that only its description tells apart from others. */
const DISPUTE = /^(?:chargeback|dispute) (withdrawal|reversal) for ((?:ch|py)_\w+)/i;

/** What the Dashboard exports of all transactions. */
export const balanceHistory = {
  what: "Stripe's balance history",
  known: { columns: ["id", "Type", "Source"] },
  readTogether: (files: readonly string[], inputs: Inputs, options: ReadOptions) =>
    readBalance(files, COLUMNS, inputs, (row) => toTransaction(row, options)),
} satisfies InputSource;

function toTransaction(row: Row, { keep, zone }: ReadOptions): BalanceTransaction {
  const called = row.require("Type").toLowerCase();
  const source = row.get("Source");
  const description = row.get("Description");
  const dispute = DISPUTE.exec(description);
  // Until 2022 a refund's source was its charge.
  const named = /^(ch|py)_/.test(source) ? source : CHARGE.exec(description)?.[1];
  const charge = dispute?.[2] ?? named ?? "";
  const transaction = row.require("id");
  const known = Object.hasOwn(CATEGORIES, called) ? CATEGORIES[called] : undefined;
  const hasOwn = row.get("Customer Facing Amount") !== "";
  const currency = row.require(hasOwn ? "Customer Facing Currency" : "Currency");
  const amount = stripeAmountOf(row, hasOwn ? "Customer Facing Amount" : "Amount", currency);
  const occurredAt = stripeTimeOf(row, /^Created/, zone);
  if (occurredAt === undefined) {
    throw row.mistake("Created (UTC)", "nothing", "the column with the time of the transaction");
  }
  return {
    category: dispute === null ? (known ?? "unknown") : disputeOf(dispute[1] ?? ""),
    ...{ called, transaction, charge },
    id: source === charge || source === "" ? transaction : source,
    same: charge === "" ? [] : [charge],
    amount: amount < 0n ? -amount : amount,
    settled: settledIn(row, { amount, currency }, row.require("Currency"), SETTLED),
    ...{ currency, occurredAt, description, from: placeOf(row) },
    customers: customersIn(row, keep.customers),
    attributes: { ...metadataOf(row), ...(description === "" ? {} : { description }) },
  };
}

function disputeOf(word: string): Category {
  return word.toLowerCase() === "reversal" ? "dispute_reversal" : "dispute";
}
