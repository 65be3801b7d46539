import type { StripeObject } from "./StripeObject.ts";

/** Whether a payment of an invoice was made outside of Stripe: since API version 2025-03-31 it is a record of one, and the invoice does not say so. */
export function isMadeOutside(payment: StripeObject): boolean {
  return payment.text("payment.type") === "payment_record";
}
