import type { EventRefund } from "./EventFacts.ts";
import type { StripeObject } from "./StripeObject.ts";

const STATUSES: Readonly<Record<string, EventRefund["status"]>> = {
  pending: "pending",
  requires_action: "pending",
  failed: "failed",
  canceled: "failed",
};

/** A refund as an event has it: by itself, or in its charge. */
export function toEventRefund(refund: StripeObject): EventRefund {
  return {
    id: refund.text("id"),
    amount: refund.number("amount"),
    status: STATUSES[refund.text("status")] ?? "done",
    reason: refund.text("reason") || "refund",
  };
}
