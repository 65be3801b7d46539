import type { KeptFields } from "../facts/KeptFields.ts";
import { attributesOf } from "./attributesOf.ts";
import { customersOf } from "./customersOf.ts";
import { discountsOf } from "./discountsOf.ts";
import type { EventFacts } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";
import { subscriptionOf } from "./subscriptionOf.ts";

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
  const subscription = subscriptionOf(session);
  const [tax, shipping] = ["amount_tax", "amount_shipping"].map((part) =>
    session.number(`total_details.${part}`),
  );
  const details = {
    product: session.text("metadata.product"),
    ...discountsOf(session),
    attributes: {
      ...attributesOf(session, ["mode", "payment_link"], keep),
      ...(subscription === "" ? {} : { subscription }),
    },
    begins: session.text("mode") === "subscription" && amount === 0,
    ...(amount > 0 ? { parts: { total: amount, tax: tax ?? 0, shipping: shipping ?? 0 } } : {}),
  };
  if (session.text("payment_status") !== "paid" || amount <= 0) return { same, customers, details };
  const sale = {
    kind: "initial",
    amount,
    ...{ tax, shipping },
    currency: session.text("currency"),
    occurredAt: event.created,
    standing:
      session.at("invoice_creation.enabled") === true && session.id("invoice") === ""
        ? "awaited"
        : "whole",
  } as const;
  return { sale, same, customers, details };
}
