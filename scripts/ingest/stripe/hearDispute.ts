import { type Heard, type HeardDispute, NO_DETAILS } from "./Heard.ts";
import type { StripeEvent } from "./hear.ts";
import type { StripeObject } from "./StripeObject.ts";

/** A dispute. Lost, its amount has gone back for good; won or withdrawn, the sale stands. */
export function hearDispute(dispute: StripeObject, event: StripeEvent): Heard {
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

function outcomeOf(status: string): HeardDispute["outcome"] {
  return status === "lost" ? "lost" : "won";
}
