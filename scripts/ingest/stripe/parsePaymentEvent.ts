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

/** A payment by itself: the sale, where neither a session nor an invoice tells it. Of a manual capture what was captured. */
export function parsePaymentIntentEvent(
  intent: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
): EventFacts {
  const [charge] = intent.list("charges");
  const ids = [
    ...[intent.id("invoice"), intent.text("id")],
    intent.id("latest_charge") || (charge?.text("id") ?? ""),
  ];
  return paymentOf(intent, event, keep, {
    same: ids.filter((id) => id !== ""),
    amount: intent.number("amount_received", "amount"),
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
  });
  const released = releasedOf(charge, event);
  if (released <= 0) return facts;
  const currency = charge.text("currency");
  const returned = { charge: charge.text("id"), total: undefined, refunds: [], currency };
  return { ...facts, returned: { ...returned, released, occurredAt: event.created } };
}

function paymentOf(
  object: StripeObject,
  event: StripeEvent,
  keep: KeptFields,
  { same, amount }: { readonly same: readonly string[]; readonly amount: number },
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
  const isOfInvoice = OF_INVOICE.test(object.text("description"));
  const standing: Standing = isOfInvoice ? "awaited" : "payment";
  const sale = {
    ...{ kind: "initial" as const, amount, tax: undefined, shipping: undefined },
    ...{ currency: object.text("currency"), occurredAt: event.created, standing },
  };
  return { sale, ...facts };
}
