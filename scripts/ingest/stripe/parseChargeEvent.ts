import { chargeIds } from "./chargeIds.ts";
import { type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import { releasedOf } from "./releasedOf.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";
import { toEventRefund } from "./toEventRefund.ts";

/** A charge of which money went back. Since API version 2022-11-15 it says how much in all, and no longer its refunds. */
export function parseChargeEvent(charge: StripeObject, event: StripeEvent): EventFacts {
  return {
    returned: {
      charge: charge.text("id"),
      total: refundedOf(charge, event),
      refunds: charge.list("refunds").map(toEventRefund),
      currency: charge.text("currency"),
      occurredAt: event.created,
    },
    same: chargeIds(charge),
    customers: [],
    details: NO_DETAILS,
  };
}

/** Until API version 2025-03-31 what was not captured of a charge counts as refunded; it was never paid. */
function refundedOf(charge: StripeObject, event: StripeEvent): number {
  const refunded = charge.number("amount_refunded");
  const released = releasedOf(charge, event);
  return refunded >= released ? refunded - released : refunded;
}
