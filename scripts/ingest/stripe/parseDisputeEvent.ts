import { type EventDispute, type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/** A dispute. Lost, its amount has gone back for good; won or withdrawn, the sale stands. */
export function parseDisputeEvent(dispute: StripeObject, event: StripeEvent): EventFacts {
  const charge = dispute.id("charge");
  return {
    dispute: {
      id: dispute.text("id"),
      charge,
      amount: dispute.number("amount"),
      currency: dispute.text("currency"),
      reason: dispute.text("reason"),
      outcome: outcomeOf(event.type, dispute.text("status")),
      occurredAt: event.created,
    },
    same: [dispute.id("payment_intent"), charge].filter((id) => id !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}

/** Once its money is back it is won, even where it was lost before. */
function outcomeOf(type: string, status: string): EventDispute["outcome"] {
  if (type === "charge.dispute.funds_reinstated") return "won";
  if (type !== "charge.dispute.closed") return "open";
  return status === "lost" ? "lost" : "won";
}
