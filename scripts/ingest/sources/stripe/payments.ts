import type { Row } from "../../../files/table/Row.ts";
import { streamTable } from "../../../files/table/streamTable.ts";
import type { Inputs } from "../../facts/Inputs.ts";
import type { KeptFields } from "../../facts/KeptFields.ts";
import { NOTHING_KNOWN, type Why } from "../../facts/SetAside.ts";
import { decimalsAtStripe } from "../../stripe/decimalsAtStripe.ts";
import type { InputSource, ReadOptions } from "../InputSource.ts";
import { placeOf } from "../placeOf.ts";
import { convertedIn, isSettled } from "./convertedIn.ts";
import { customersIn } from "./customersIn.ts";
import { kindByDescription } from "./kindByDescription.ts";
import { metadataOf } from "./metadataOf.ts";
import { isDisputed, isLossUntold, refundsOfPayment } from "./refundsOfPayment.ts";
import { stripeAmountOf } from "./stripeAmountOf.ts";
import { stripeTimeOf } from "./stripeTimeOf.ts";

const COLUMNS = { required: ["id", "Amount", "Currency", "Status"], open: true } as const;

/** What the status of a payment begins with that was paid, whatever became of it. */
const PAID = /^(paid|succeeded|refunded|partial|disputed)/i;
/** And of one that was not, or is not yet. */
const NOT_PAID =
  /^(failed|cancell?ed|incomplete|requires|uncaptured|pending|processing|blocked|declined|expired|void|unpaid)/i;

const LOSS_UNTOLD = {
  rule: "(dispute lost)",
  reason:
    "the file does not say how much its lost dispute took; export it with Disputed Amount, or include the sale by a rule that names it, and put what went back into a refunds file",
};

/** The CSV that the Dashboard exports of payments: one row for each attempt to pay. */
export const payments = {
  what: "Stripe's payments",
  known: { columns: ["id", "Amount", "Status"] },
  async read(file: string, inputs: Inputs, { keep, zone }: ReadOptions): Promise<void> {
    const before = inputs.sales.length;
    const unsettled = new Set<string>();
    await streamTable(file, COLUMNS, (row) => {
      if (!isSettled(row)) unsettled.add(row.get("Currency").toUpperCase());
      const why = reasonAgainst(row);
      if (why === undefined) return readPayment(row, inputs, keep, zone);
      inputs.setAside.push({
        ...NOTHING_KNOWN,
        ...{ what: "line", id: row.require("id"), from: placeOf(row) },
        ...{ amount: row.get("Amount"), currency: row.get("Currency").toUpperCase() },
        occurredAt: stripeTimeOf(row, /^Created/, zone),
        ...why,
      });
    });
    // Of several currencies fees are in one, and the file does not say which.
    if (unsettled.size > 1)
      for (const [at, sale] of inputs.sales.entries())
        if (at >= before) inputs.sales[at] = { ...sale, fees: undefined };
  },
} satisfies InputSource;

function reasonAgainst(row: Row): Why | undefined {
  const status = row.require("Status");
  if (NOT_PAID.test(status)) return notPaid(`the status is ${status}`);
  if (row.get("Captured").toLowerCase() === "false") return notPaid("it was not captured");
  if (row.get("Mode").toLowerCase() === "test") return notPaid("it was made in test mode");
  if (stripeAmountOf(row, "Amount", row.require("Currency")) <= 0n)
    return notPaid("nothing was paid");
  if (PAID.test(status)) return undefined;
  const reason = `nobody knows the status ${status}; if it was paid, put it into a sales file`;
  return { verdict: "review", rule: "(unknown status)", reason };
}

function notPaid(reason: string): Why {
  return { verdict: "exclude", rule: "(not paid)", reason };
}

function readPayment(row: Row, inputs: Inputs, keep: KeptFields, zone: string): void {
  const charge = row.require("id");
  const currency = row.require("Currency");
  const amount = stripeAmountOf(row, "Amount", currency);
  const same = [row.get("Invoice ID"), row.get("PaymentIntent ID"), charge].filter(
    (id) => id !== "",
  );
  const id = same[0] ?? charge;
  const description = row.get("Description");
  const occurredAt = stripeTimeOf(row, /^Created/, zone);
  if (occurredAt === undefined) {
    throw row.mistake("Created date (UTC)", "nothing", "the column with the time of the payment");
  }
  const decimals = decimalsAtStripe(currency);
  const from = placeOf(row);
  inputs.sales.push({
    ...{
      id,
      same,
      payment: charge,
      amount,
      decimals,
      occurredAt,
      from,
      ...convertedIn(row, { amount, currency }),
    },
    customers: customersIn(row, keep.customers),
    kind: kindByDescription(description),
    currency: currency.toUpperCase(),
    product: "",
    codes: [],
    attributes: { ...metadataOf(row), ...(description === "" ? {} : { description }) },
    credits: "",
    source: "payments",
  });
  inputs.refunds.push(...refundsOfPayment(row, zone));
  if (isDisputed(row)) inputs.disputed.add(id);
  if (isLossUntold(row)) inputs.doubts.push({ saleId: id, ...LOSS_UNTOLD });
}
