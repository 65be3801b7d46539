import type { KeptFields } from "../facts/KeptFields.ts";
import { attributesOf } from "./attributesOf.ts";
import { customersOf } from "./customersOf.ts";
import { discountsOf } from "./discountsOf.ts";
import type { EventFacts, EventSale } from "./EventFacts.ts";
import { isMadeOutside } from "./isMadeOutside.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";
import { soldLineOf } from "./soldLineOf.ts";
import { subscriptionOf } from "./subscriptionOf.ts";

/**
 * A subscription's first invoice is an initial sale, a later one a renewal, one for a change of plan an expansion. That is what the
 * reason says; which money of it is the first, what else is known of it tells.
 */
const KINDS: Readonly<Record<string, EventSale["kind"]>> = {
  subscription_cycle: "renewal",
  subscription_update: "expansion",
};

/** A paid invoice. One of nothing, as for a trial, is no sale. */
export function parseInvoiceEvent(
  invoice: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
): EventFacts {
  const payments = invoice
    .list("payments")
    .flatMap((payment) => [payment.id("payment.payment_intent"), payment.id("payment.charge")]);
  const own = [invoice.text("id"), invoice.id("payment_intent"), invoice.id("charge")];
  const same = [...own, ...payments].filter((id) => id !== "");
  const customers = customersOf(invoice, keep);
  const line = soldLineOf(invoice);
  const subscription = subscriptionOf(invoice);
  const isPaidOutside =
    invoice.at("paid_out_of_band") === true || invoice.list("payments").some(isMadeOutside);
  const details = {
    product:
      invoice.text("metadata.product") ||
      (line?.id("pricing.price_details.product", "price.product", "plan.product") ?? ""),
    ...discountsOf(invoice),
    attributes: {
      ...attributesOf(invoice, ["billing_reason", "description"], keep),
      ...(subscription === "" ? {} : { subscription }),
      ...(isPaidOutside ? { paid_out_of_band: "true" } : {}),
    },
  };
  const amount = paidIn(invoice);
  if (amount <= 0) {
    const begins = invoice.text("billing_reason") === "subscription_create";
    return { same, customers, details: { ...details, begins } };
  }
  const sale = {
    kind: KINDS[invoice.text("billing_reason")] ?? "initial",
    amount,
    tax: paidOf(invoice, taxOf(invoice)),
    shipping: paidOf(invoice, invoice.number("shipping_cost.amount_subtotal")),
    currency: invoice.text("currency"),
    occurredAt: invoice.number("status_transitions.paid_at") || event.created,
    standing: "whole" as const,
  };
  return { sale, same, customers, details };
}

/** Until API version 2025-03-31 what is paid outside of Stripe is in no amount of what was paid. */
function paidIn(invoice: StripeObject): number {
  const paid = invoice.number("amount_paid");
  if (paid > 0 || invoice.at("paid_out_of_band") !== true) return paid;
  return invoice.number("amount_due", "total");
}

/** What of a part of the invoice was paid, where a balance that the customer had has paid the rest. */
function paidOf(invoice: StripeObject, part: number): number {
  const [paid, total] = [paidIn(invoice), invoice.number("total")];
  return paid < total ? Number((BigInt(part) * BigInt(paid)) / BigInt(total)) : part;
}

function taxOf(invoice: StripeObject): number {
  const [taxes = []] = ["total_taxes", "total_tax_amounts"]
    .map((name) => invoice.list(name))
    .filter((list) => list.length > 0);
  return taxes.length === 0
    ? invoice.number("tax")
    : taxes.reduce((sum, tax) => sum + tax.number("amount"), 0);
}
