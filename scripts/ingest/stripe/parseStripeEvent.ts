import type { KeptFields } from "../facts/KeptFields.ts";
import type { EventFacts } from "./EventFacts.ts";
import { parseChargeEvent } from "./parseChargeEvent.ts";
import { parseDisputeEvent } from "./parseDisputeEvent.ts";
import { parseInvoiceEvent } from "./parseInvoiceEvent.ts";
import { parseInvoicePaymentEvent } from "./parseInvoicePaymentEvent.ts";
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
  "invoice_payment.paid": parseInvoicePaymentEvent,
  "charge.refunded": parseChargeEvent,
  "refund.created": parseRefundEvent,
  "refund.updated": parseRefundEvent,
  "refund.failed": parseRefundEvent,
  // What API versions before 2024-10-28 have in their place.
  "charge.refund.updated": parseRefundEvent,
  "charge.dispute.created": parseDisputeEvent,
  "charge.dispute.closed": parseDisputeEvent,
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
