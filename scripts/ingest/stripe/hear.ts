import type { Heard } from "./Heard.ts";
import { hearCharge } from "./hearCharge.ts";
import { hearDispute } from "./hearDispute.ts";
import { hearInvoice } from "./hearInvoice.ts";
import { hearInvoicePayment } from "./hearInvoicePayment.ts";
import { hearRefund } from "./hearRefund.ts";
import { hearSession } from "./hearSession.ts";
import { StripeObject } from "./StripeObject.ts";

/** An event whose signature is right. */
export interface StripeEvent {
  readonly id: string;
  readonly type: string;
  /** UTC seconds. */
  readonly created: number;
  /** false of Stripe's test mode. */
  readonly livemode?: boolean;
  readonly data: { readonly object: unknown };
}

/** What to keep of an event beyond what every sale has. */
export interface Keep {
  /** Where the customer's names are, the most telling first. */
  readonly customers: readonly string[];
  /** The keys of metadata that rules ask for. */
  readonly metadata: readonly string[];
}

type Hearing = (object: StripeObject, event: StripeEvent, keep: Keep) => Heard | undefined;

const HEARINGS: Readonly<Record<string, Hearing>> = {
  "checkout.session.completed": hearSession,
  // A session paid by bank debit or transfer is completed unpaid, and this comes days later.
  "checkout.session.async_payment_succeeded": hearSession,
  "invoice.paid": hearInvoice,
  "invoice_payment.paid": hearInvoicePayment,
  "charge.refunded": hearCharge,
  "refund.created": hearRefund,
  "refund.updated": hearRefund,
  "refund.failed": hearRefund,
  // What API versions before 2024-10-28 have in their place.
  "charge.refund.updated": hearRefund,
  "charge.dispute.created": hearDispute,
  "charge.dispute.closed": hearDispute,
};

/** The types of events to send to the endpoint. */
export const HEARD_TYPES: readonly string[] = Object.keys(HEARINGS);

/** What an event tells that has to do with revenue; undefined where it tells nothing of it. */
export function hear(event: StripeEvent, keep: Keep): Heard | undefined {
  const hearing = Object.hasOwn(HEARINGS, event.type) ? HEARINGS[event.type] : undefined;
  const heard = hearing?.(new StripeObject(event.data.object), event, keep);
  if (heard === undefined || event.livemode !== false) return heard;
  const attributes = { ...heard.details.attributes, livemode: "false" };
  return { ...heard, details: { ...heard.details, attributes } };
}
