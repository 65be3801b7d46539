import { type Heard, type HeardRefund, NO_DETAILS } from "./Heard.ts";
import type { StripeEvent } from "./hear.ts";
import type { StripeObject } from "./StripeObject.ts";

const STATUSES: Readonly<Record<string, HeardRefund["status"]>> = {
  pending: "pending",
  requires_action: "pending",
  failed: "failed",
  canceled: "failed",
};

/** How a refund stands: the bank may take days, and may send the money back. */
export function hearRefund(refund: StripeObject, event: StripeEvent): Heard {
  const charge = refund.id("charge", "payment_intent");
  return {
    returned: {
      ...{ charge, total: undefined, refunds: [toRefund(refund)] },
      currency: refund.text("currency"),
      occurredAt: event.created,
    },
    same: [refund.id("payment_intent"), charge].filter((id) => id !== ""),
    customers: [],
    details: NO_DETAILS,
  };
}

export function toRefund(refund: StripeObject): HeardRefund {
  return {
    id: refund.text("id"),
    amount: refund.number("amount"),
    status: STATUSES[refund.text("status")] ?? "done",
    reason: refund.text("reason") || "refund",
  };
}
