import { type EventFacts, NO_DETAILS } from "./EventFacts.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/**
 * A credit note. What was given back outside of Stripe no other event tells; what went back through Stripe the charge's do, and what
 * went to the customer's balance is less paid of a later invoice.
 */
export function parseCreditNoteEvent(note: StripeObject, event: StripeEvent): EventFacts {
  const invoice = note.id("invoice");
  const amount = outsideOf(note);
  const facts = { same: [invoice].filter((id) => id !== ""), customers: [], details: NO_DETAILS };
  if (amount <= 0) return facts;
  const status = note.text("status") === "void" ? "failed" : "done";
  return {
    ...facts,
    returned: {
      ...{ charge: invoice, total: undefined },
      refunds: [
        { id: note.text("id"), amount, status, reason: note.text("reason") || "credit note" },
      ],
      ...{ currency: note.text("currency"), occurredAt: event.created },
    },
  };
}

/** Since API version 2025-03-31 a payment that was recorded has its refund in a list, where it is told by no event of its own. */
function outsideOf(note: StripeObject): number {
  const recorded = note
    .list("refunds")
    .filter((refund) => refund.part("payment_record_refund") !== undefined)
    .map((refund) => refund.number("amount_refunded"));
  return recorded.reduce((sum, amount) => sum + amount, note.number("out_of_band_amount"));
}
