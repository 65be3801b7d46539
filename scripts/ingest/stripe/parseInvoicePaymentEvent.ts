import { type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import { isMadeOutside } from "./isMadeOutside.ts";
import type { StripeObject } from "./StripeObject.ts";

/** Says which payment an invoice was paid with: since API version 2025-03-31 neither invoice nor charge do. */
export function parseInvoicePaymentEvent(payment: StripeObject): EventFacts {
  const same = [
    payment.id("invoice"),
    payment.id("payment.payment_intent"),
    payment.id("payment.charge"),
  ].filter((id) => id !== "");
  const attributes = isMadeOutside(payment) ? { paid_out_of_band: "true" } : {};
  return { same, customers: [], details: { ...NO_DETAILS, attributes } };
}
