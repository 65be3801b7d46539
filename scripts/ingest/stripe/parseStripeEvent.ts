import type { KeptFields } from "../facts/KeptFields.ts";
import type { EventFacts } from "./EventFacts.ts";
import { parseChargeEvent } from "./parseChargeEvent.ts";
import { parseCreditNoteEvent } from "./parseCreditNoteEvent.ts";
import { parseDisputeEvent } from "./parseDisputeEvent.ts";
import { parseInvoiceEvent } from "./parseInvoiceEvent.ts";
import { parseInvoicePaymentEvent } from "./parseInvoicePaymentEvent.ts";
import { parseCaptureEvent, parsePaymentIntentEvent } from "./parsePaymentEvent.ts";
import { parseRefundEvent } from "./parseRefundEvent.ts";
import { parseSessionEvent } from "./parseSessionEvent.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import { StripeObject } from "./StripeObject.ts";

type Parser = (
  object: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
) => EventFacts | undefined;

const PARSERS: Readonly<Record<string, Parser>> = {
  "checkout.session.completed": parseSessionEvent,
  // A session paid by bank debit or transfer is completed unpaid, and this comes days later.
  "checkout.session.async_payment_succeeded": parseSessionEvent,
  "invoice.paid": parseInvoiceEvent,
  "invoice.payment_succeeded": parseInvoiceEvent,
  "invoice_payment.paid": parseInvoicePaymentEvent,
  // Payments without a session or an invoice, and those that are captured by hand.
  "payment_intent.succeeded": parsePaymentIntentEvent,
  "charge.succeeded": parseCaptureEvent,
  "charge.captured": parseCaptureEvent,
  "charge.refunded": parseChargeEvent,
  "refund.created": parseRefundEvent,
  "refund.updated": parseRefundEvent,
  "refund.failed": parseRefundEvent,
  // What API versions before 2024-10-28 have in their place.
  "charge.refund.updated": parseRefundEvent,
  "charge.dispute.created": parseDisputeEvent,
  "charge.dispute.closed": parseDisputeEvent,
  "charge.dispute.funds_withdrawn": parseDisputeEvent,
  "charge.dispute.funds_reinstated": parseDisputeEvent,
  "credit_note.created": parseCreditNoteEvent,
  "credit_note.voided": parseCreditNoteEvent,
};

/** The types of events to send to the endpoint. */
export const EVENT_TYPES: readonly string[] = Object.keys(PARSERS);

/** What an event tells that has to do with revenue; undefined where it tells nothing of it. */
export function parseStripeEvent(event: StripeEvent, keep: KeptFields): EventFacts | undefined {
  const parse = Object.hasOwn(PARSERS, event.type) ? PARSERS[event.type] : undefined;
  const facts = parse?.(new StripeObject(event.data.object), event, keep);
  if (facts === undefined || event.livemode !== false) return facts;
  const attributes = { ...facts.details.attributes, livemode: "false" };
  return { ...facts, details: { ...facts.details, attributes } };
}
