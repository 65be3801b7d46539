import { type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";
import { toEventRefund } from "./toEventRefund.ts";

/** How a refund stands: the bank may take days, and may send the money back. */
export function parseRefundEvent(refund: StripeObject, event: StripeEvent): EventFacts {
  const charge = refund.id("charge", "payment_intent");
  return {
    returned: {
      ...{ charge, total: undefined, refunds: [toEventRefund(refund)] },
      currency: refund.text("currency"),
      occurredAt: event.created,
    },
    same: [refund.id("payment_intent"), charge].filter((id) => id !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}
