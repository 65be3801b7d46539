import Stripe from "stripe";

/** A secret as Stripe gives each endpoint one. */
export const SECRET = "whsec_5c1b0f8f0e2d4a7e9c3b6d8f1a2e4c7b";

let serial = 0;

/** An event as Stripe sends it. */
export function anEvent(type: string, object: object, changes: object = {}): object {
  serial += 1;
  return {
    id: `evt_${String(serial).padStart(4, "0")}`,
    object: "event",
    api_version: "2025-03-31.basil",
    created: 1_767_225_600 + serial,
    livemode: true,
    type,
    data: { object },
    ...changes,
  };
}

/** Sends an event, signed with Stripe's own library as Stripe signs it. */
export function send(
  url: string,
  event: object,
  options: { readonly secret?: string; readonly timestamp?: number } = {},
): Promise<Response> {
  const payload = JSON.stringify(event, undefined, 2);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: options.secret ?? SECRET,
    ...(options.timestamp === undefined ? {} : { timestamp: options.timestamp }),
  });
  return fetch(url, {
    method: "POST",
    body: payload,
    headers: { "stripe-signature": signature, "content-type": "application/json" },
  });
}

/** A one-off payment through Checkout. */
export const SESSION = {
  id: "cs_1",
  object: "checkout.session",
  mode: "payment",
  payment_status: "paid",
  amount_total: 11_900,
  currency: "eur",
  customer: "cus_1",
  client_reference_id: "visitor-1",
  customer_details: { email: "Jo@Example.com", name: "Jo Public" },
  payment_intent: "pi_1",
  invoice: null,
  subscription: null,
  total_details: { amount_tax: 1_900, amount_shipping: 0, amount_discount: 1_000 },
  discounts: [{ coupon: "co_1", promotion_code: "promo_ANA10" }],
  metadata: { plan: "pro", card_holder: "Jo Public" },
};

/** What a subscription's Checkout tells. */
export const SUBSCRIBED = {
  ...SESSION,
  id: "cs_2",
  mode: "subscription",
  payment_intent: null,
  invoice: "in_1",
  subscription: "sub_1",
  customer: "cus_2",
  client_reference_id: "visitor-2",
};

/** A subscription's invoice, as API versions since 2025-03-31 have it. */
export const INVOICE = {
  id: "in_1",
  object: "invoice",
  billing_reason: "subscription_create",
  amount_paid: 11_900,
  total_taxes: [{ amount: 1_900 }],
  currency: "eur",
  customer: "cus_2",
  customer_email: "jo@example.com",
  status_transitions: { paid_at: 1_767_225_700 },
  lines: { data: [{ pricing: { price_details: { product: "prod_pro" } } }] },
  discounts: [],
  metadata: {},
};

/** The renewal a month later. */
export const RENEWAL = {
  ...INVOICE,
  id: "in_2",
  billing_reason: "subscription_cycle",
  status_transitions: { paid_at: 1_769_904_000 },
};

/** Says which payment an invoice was paid with. */
export const INVOICE_PAYMENT = {
  id: "inpay_1",
  object: "invoice_payment",
  invoice: "in_2",
  payment: { type: "payment_intent", payment_intent: "pi_9" },
};

/** A charge of which something went back. */
export function refunded(total: number, charge = "ch_1", payment = "pi_1"): object {
  return {
    id: charge,
    object: "charge",
    amount: 11_900,
    amount_refunded: total,
    currency: "eur",
    payment_intent: payment,
    refunded: total === 11_900,
  };
}

/** A dispute over a charge. */
export function dispute(status: string, changes: object = {}): object {
  return {
    id: "du_1",
    object: "dispute",
    amount: 11_900,
    charge: "ch_1",
    payment_intent: "pi_1",
    currency: "eur",
    reason: "fraudulent",
    status,
    ...changes,
  };
}
