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
      outcome: event.type === "charge.dispute.closed" ? outcomeOf(dispute.text("status")) : "open",
      occurredAt: event.created,
    },
    same: [dispute.id("payment_intent"), charge].filter((id) => id !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}

function outcomeOf(status: string): EventDispute["outcome"] {
  return status === "lost" ? "lost" : "won";
}
