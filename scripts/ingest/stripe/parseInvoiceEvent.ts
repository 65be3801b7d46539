import type { KeptFields } from "../facts/KeptFields.ts";
import { attributesOf } from "./attributesOf.ts";
import { customersOf } from "./customersOf.ts";
import type { EventFacts, EventSale } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/** A subscription's first invoice is an initial sale, a later one a renewal, one for a change of plan an expansion. */
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
  const [line] = invoice.list("lines");
  const details = {
    product:
      invoice.text("metadata.product") ||
      (line?.id("pricing.price_details.product", "price.product", "plan.product") ?? ""),
    codes: invoice
      .list("discounts")
      .map((discount) => discount.id("promotion_code"))
      .filter((code) => code !== ""),
    attributes: attributesOf(invoice, ["billing_reason", "description"], keep),
  };
  const amount = invoice.number("amount_paid");
  if (amount <= 0) return { same, customers, details };
  const sale = {
    kind: KINDS[invoice.text("billing_reason")] ?? "initial",
    amount,
    tax: paidOf(invoice, taxOf(invoice)),
    shipping: paidOf(invoice, invoice.number("shipping_cost.amount_subtotal")),
    currency: invoice.text("currency"),
    occurredAt: invoice.number("status_transitions.paid_at") || event.created,
    awaitsInvoice: false,
  };
  return { sale, same, customers, details };
}

/** What of a part of the invoice was paid, where a balance that the customer had has paid the rest. */
function paidOf(invoice: StripeObject, part: number): number {
  const [paid, total] = [invoice.number("amount_paid"), invoice.number("total")];
  return paid < total ? Number((BigInt(part) * BigInt(paid)) / BigInt(total)) : part;
}

function taxOf(invoice: StripeObject): number {
  const taxes = invoice.list("total_taxes");
  if (taxes.length === 0) return invoice.number("tax");
  return taxes.reduce((sum, tax) => sum + tax.number("amount"), 0);
}
