import type { KeptFields } from "../facts/KeptFields.ts";
import { attributesOf } from "./attributesOf.ts";
import { customersOf } from "./customersOf.ts";
import type { EventFacts } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/**
 * A Checkout session: a sale of its payment, or of its invoice, under whose id `invoice.paid` tells it too. An invoice that is
 * made after a one-off payment may not be named yet. Unpaid or free, it still says who the customer is.
 */
export function parseSessionEvent(
  session: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
): EventFacts {
  const amount = session.number("amount_total");
  const customers = customersOf(session, keep);
  const same = [session.id("invoice"), session.id("payment_intent"), session.text("id")].filter(
    (id) => id !== "",
  );
  const details = {
    product: session.text("metadata.product"),
    codes: session
      .list("discounts")
      .flatMap((discount) => [discount.id("promotion_code"), discount.text("promotion_code.code")])
      .filter((code) => code !== ""),
    attributes: attributesOf(session, ["mode", "payment_link"], keep),
  };
  if (session.text("payment_status") !== "paid" || amount <= 0) return { same, customers, details };
  const sale = {
    kind: "initial",
    amount,
    tax: session.number("total_details.amount_tax"),
    shipping: session.number("total_details.amount_shipping"),
    currency: session.text("currency"),
    occurredAt: event.created,
    awaitsInvoice: session.at("invoice_creation.enabled") === true && session.id("invoice") === "",
  } as const;
  return { sale, same, customers, details };
}
