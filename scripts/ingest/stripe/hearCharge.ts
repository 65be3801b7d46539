import { type Heard, NO_DETAILS } from "./Heard.ts";
import type { StripeEvent } from "./hear.ts";
import { toRefund } from "./hearRefund.ts";
import type { StripeObject } from "./StripeObject.ts";

/** A charge of which money went back. Since API version 2022-11-15 it says how much in all, and no longer its refunds. */
export function hearCharge(charge: StripeObject, event: StripeEvent): Heard {
  const id = charge.text("id");
  return {
    returned: {
      charge: id,
      total: charge.number("amount_refunded"),
      refunds: charge.list("refunds").map(toRefund),
      currency: charge.text("currency"),
      occurredAt: event.created,
    },
    same: [charge.id("invoice"), charge.id("payment_intent"), id].filter((one) => one !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}
