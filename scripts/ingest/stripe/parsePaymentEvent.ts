import type { KeptFields } from "../facts/KeptFields.ts";
import { attributesOf } from "./attributesOf.ts";
import { chargeIds } from "./chargeIds.ts";
import { customersOf } from "./customersOf.ts";
import type { EventFacts, Standing } from "./EventFacts.ts";
import { releasedOf } from "./releasedOf.ts";
import type { StripeEvent } from "./StripeEvent.ts";
import type { StripeObject } from "./StripeObject.ts";

/** How Stripe Billing describes the payment of an invoice. */
const OF_INVOICE = /^(Subscription (creation|update)|Payment for Invoice)\b/i;

/** Since API version 2025-10-29 a payment may refer to its invoice by its id, whole or cut to 25 letters, which names none. */
const INVOICE = /^in_[A-Za-z0-9]{14,}$/;
const WHOLE = /^in_[A-Za-z0-9]{24,}$/;

/** A payment by itself: the sale, where neither a session nor an invoice tells it. Of a manual capture what was captured. */
export function parsePaymentIntentEvent(
  intent: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
): EventFacts {
  const [charge] = intent.list("charges");
  const reference = intent.text("payment_details.order_reference");
  const ids = [
    ...[intent.id("invoice") || (WHOLE.test(reference) ? reference : ""), intent.text("id")],
    intent.id("latest_charge") || (charge?.text("id") ?? ""),
  ];
  return paymentOf(intent, event, keep, {
    same: ids.filter((id) => id !== ""),
    amount: intent.number("amount_received", "amount"),
    isOfInvoice: INVOICE.test(reference),
  });
}

/** A charge that succeeded or was captured. One that is only authorized is no sale yet. */
export function parseCaptureEvent(
  charge: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
): EventFacts {
  const isCaptured = charge.at("captured") === true && charge.at("paid") !== false;
  const facts = paymentOf(charge, event, keep, {
    same: chargeIds(charge),
    amount: isCaptured ? charge.number("amount_captured", "amount") : 0,
    isOfInvoice: false,
  });
  const released = releasedOf(charge, event);
  if (released <= 0) return facts;
  const currency = charge.text("currency");
  const returned = { charge: charge.text("id"), total: undefined, refunds: [], currency };
  return { ...facts, returned: { ...returned, released, occurredAt: event.created } };
}

interface PaymentParts {
  readonly same: readonly string[];
  readonly amount: number;
  /** Whether it says that it is of an invoice, as its description may. */
  readonly isOfInvoice: boolean;
}

function paymentOf(
  object: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
  { same, amount, isOfInvoice }: PaymentParts,
): EventFacts {
  const facts = {
    same,
    customers: customersOf(object, keep),
    details: {
      ...{ product: object.text("metadata.product"), codes: [] },
      attributes: attributesOf(object, ["description"], keep),
    },
  };
  if (amount <= 0) return facts;
  const isAwaited = isOfInvoice || OF_INVOICE.test(object.text("description"));
  const standing: Standing = isAwaited ? "awaited" : "payment";
  const sale = {
    ...{ kind: "initial" as const, amount, tax: undefined, shipping: undefined },
    ...{ currency: object.text("currency"), occurredAt: event.created, standing },
  };
  return { sale, ...facts };
}
