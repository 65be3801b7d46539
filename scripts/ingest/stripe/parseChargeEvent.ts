import { type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";
import { toEventRefund } from "./toEventRefund.ts";

/** A charge of which money went back. Since API version 2022-11-15 it says how much in all, and no longer its refunds. */
export function parseChargeEvent(charge: StripeObject, event: StripeEvent): EventFacts {
  const id = charge.text("id");
  return {
    returned: {
      charge: id,
      total: charge.number("amount_refunded"),
      refunds: charge.list("refunds").map(toEventRefund),
      currency: charge.text("currency"),
      occurredAt: event.created,
    },
    same: [charge.id("invoice"), charge.id("payment_intent"), id].filter((one) => one !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}
