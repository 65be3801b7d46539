import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import { Inputs } from "../../scripts/ingest/facts/Inputs.ts";
import type { Mapping } from "../../scripts/ingest/mapping/Mapping.ts";
import { prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import { NO_RULES, type Rules } from "../../scripts/ingest/rules/Rules.ts";
import { readStoreFacts } from "../../scripts/ingest/sources/readStoreFacts.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { ordersOf, storeOf } from "./storeOf.ts";
import {
  anEvent,
  dispute,
  INVOICE,
  INVOICE_PAYMENT,
  RENEWAL,
  refunded,
  SESSION,
  SUBSCRIBED,
} from "./support.ts";

const CODES: Mapping = {
  codes: [{ code: ["ANA10", "promo_ANA"], partner: "Ana", role: "seller" }],
};

describe("What Stripe's events tell", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const prepared = (events: readonly object[], mapping: Mapping = {}, rules: Rules = NO_RULES) => {
    const inputs = new Inputs();
    storeOf(folder.path("store.sqlite"), events, (store) => readStoreFacts(store, inputs));
    const { sales, refunds, setAside, touches } = prepareInputs(inputs, {
      ...{ mapping, rules, skew: 0 },
    });
    return {
      sales: sales.map(({ id, kind, amount }) => [id, kind, Number(amount)]),
      refunds: refunds.map(({ saleId, amount, total }) => [saleId, Number(amount), Number(total)]),
      setAside: setAside.map(({ id, verdict, rule }) => [id, verdict, rule]),
      reasons: setAside.map(({ reason }) => reason),
      touches: touches.map(({ customer, partner }) => [customer, partner]),
    };
  };

  describe("of payments that no session and no invoice tells", () => {
    const intent = {
      ...{ id: "pi_1", object: "payment_intent", customer: "cus_1", currency: "usd" },
      ...{ amount: 9_900, amount_received: 9_900, latest_charge: "ch_1", description: null },
    };
    const charge = {
      ...{ id: "ch_1", object: "charge", customer: "cus_1", currency: "usd", amount: 9_900 },
      ...{ payment_intent: "pi_1", captured: true, paid: true },
    };

    it("is one sale by its payment intent and its charge, or either", () => {
      const events = [
        anEvent("payment_intent.succeeded", intent),
        anEvent("charge.succeeded", charge),
      ];
      for (const order of [...ordersOf(events), events.slice(0, 1), events.slice(1)])
        expect(prepared(order).sales).to.deep.equal([["pi_1", "initial", 9_900]]);
      const legacy = anEvent("charge.succeeded", { ...charge, payment_intent: null });
      expect(prepared([legacy]).sales).to.deep.equal([["ch_1", "initial", 9_900]]);
    });

    it("is the session's sale, with its tax, where there is one, in any order", () => {
      const whole = { ...intent, amount: 11_900, amount_received: 11_900, currency: "eur" };
      const events = [
        anEvent("payment_intent.succeeded", whole),
        anEvent("charge.succeeded", { ...charge, amount: 11_900, currency: "eur" }),
        anEvent("checkout.session.completed", SESSION),
      ];
      for (const order of ordersOf(events))
        expect(prepared(order).sales).to.deep.equal([["pi_1", "initial", 10_000]]);
    });

    it("is the invoice's sale where the payment is of one, whichever version says so", () => {
      const invoice = anEvent("invoice.paid", { ...INVOICE, total_taxes: [], amount_paid: 9_900 });
      const link = anEvent("invoice_payment.paid", {
        ...{ ...INVOICE_PAYMENT, invoice: "in_1" },
        payment: { payment_intent: "pi_1" },
      });
      for (const events of [
        [anEvent("payment_intent.succeeded", intent), link, invoice],
        [anEvent("payment_intent.succeeded", { ...intent, invoice: "in_1" }), invoice],
        [
          anEvent("payment_intent.succeeded", { ...intent, description: "Subscription creation" }),
          invoice,
        ],
        [anEvent("charge.succeeded", { ...charge, invoice: "in_1" }), invoice],
      ])
        for (const order of ordersOf(events))
          expect(prepared(order).sales).to.deep.equal([["in_1", "initial", 9_900]]);
    });

    it("waits for the rest of an invoice that is paid in parts", () => {
      const part = (number: number) => [
        anEvent("payment_intent.succeeded", {
          ...{ ...intent, id: `pi_${number}`, latest_charge: `ch_${number}` },
          amount_received: 5_950,
        }),
        anEvent("invoice_payment.paid", {
          ...{
            id: `inpay_${number}`,
            invoice: "in_1",
            payment: { payment_intent: `pi_${number}` },
          },
        }),
      ];
      const first = prepared(part(1));
      expect(first.sales).to.deep.equal([]);
      expect(first.setAside).to.deep.equal([["pi_1", "review", "(invoice)"]]);
      const paid = anEvent("invoice.paid", { ...INVOICE, total_taxes: [] });
      for (const events of [
        [...part(1), ...part(2), paid],
        [paid, ...part(2), ...part(1)],
      ])
        expect(prepared(events).sales).to.deep.equal([["in_1", "initial", 11_900]]);
    });

    it("of a manual capture counts what was captured, and what is released is no refund", () => {
      const session = {
        ...{ ...SESSION, payment_status: "unpaid", currency: "usd", amount_total: 18_000 },
        total_details: { amount_tax: 3_000 },
      };
      const captured = {
        ...{ ...charge, amount: 18_000, amount_captured: 12_000, amount_refunded: 6_000 },
      };
      const events = [
        anEvent("checkout.session.completed", session),
        anEvent("charge.succeeded", { ...charge, amount: 18_000, captured: false }),
        anEvent("charge.captured", captured),
        anEvent("payment_intent.succeeded", { ...intent, amount_received: 12_000 }),
      ];
      for (const order of ordersOf(events)) {
        const { sales, refunds } = prepared(order);
        // With its part of the tax left out.
        expect(sales).to.deep.equal([["pi_1", "initial", 10_000]]);
        expect(refunds).to.deep.equal([]);
      }
      for (const [version, total] of [
        ["2024-12-18.acacia", 6_000 + 3_000],
        [undefined, 6_000 + 3_000],
        ["2025-03-31.basil", 3_000],
        ["2025-03-31.basil", 7_000],
      ] as const) {
        const back = anEvent(
          "charge.refunded",
          { ...captured, amount_refunded: total },
          { api_version: version },
        );
        const went = version === "2025-03-31.basil" ? total : 3_000;
        expect(prepared([...events.slice(2), back]).refunds).to.deep.equal([["pi_1", went, went]]);
      }
    });

    it("of an older version takes what was released, told as a refund of its own, for none", () => {
      const old = { api_version: "2024-12-18.acacia" };
      const captured = {
        ...{ ...charge, amount: 18_000, amount_captured: 12_000, amount_refunded: 6_000 },
      };
      const refund = (id: string, amount: number) =>
        anEvent(
          "refund.created",
          { ...{ id, charge: "ch_1", currency: "usd" }, amount, status: "succeeded" },
          old,
        );
      const capture = anEvent("charge.captured", captured, old);
      for (const order of ordersOf([capture, refund("re_r", 6_000)]))
        expect(prepared(order).refunds).to.deep.equal([]);
      for (const order of ordersOf([capture, refund("re_r", 6_000), refund("re_1", 2_000)]))
        expect(prepared(order).refunds.map(([, amount]) => amount)).to.deep.equal([2_000]);
    });

    it("grows with what more of it is captured", () => {
      const captured = (amount: number) =>
        anEvent("charge.captured", { ...charge, amount: 18_000, amount_captured: amount });
      for (const order of ordersOf([captured(5_000), captured(12_000)]))
        expect(prepared(order).sales).to.deep.equal([["pi_1", "initial", 12_000]]);
    });
  });

  describe("of money that goes back or comes again", () => {
    const sold = anEvent("checkout.session.completed", SESSION);

    it("takes a credit note for a refund where it was paid outside of Stripe alone", () => {
      const invoice = anEvent("invoice.paid", { ...INVOICE, total_taxes: [] });
      const note = (changes: object) => ({
        ...{ id: "cn_1", object: "credit_note", invoice: "in_1", currency: "eur", amount: 3_000 },
        ...{ out_of_band_amount: null, refunds: [], status: "issued", ...changes },
      });
      const outside = anEvent("credit_note.created", note({ out_of_band_amount: 3_000 }));
      for (const order of ordersOf([invoice, outside]))
        expect(prepared(order).refunds).to.deep.equal([["in_1", 3_000, 3_000]]);
      for (const changes of [{ customer_balance_transaction: "cbtxn_1" }, { refunds: ["re_1"] }])
        expect(
          prepared([invoice, anEvent("credit_note.created", note(changes))]).refunds,
        ).to.deep.equal([]);
      const gone = note({ out_of_band_amount: 3_000, status: "void" });
      expect(
        prepared([invoice, outside, anEvent("credit_note.voided", gone)]).refunds,
      ).to.deep.equal([]);
    });

    it("takes a lost dispute back whose money is reinstated, in any order", () => {
      const lost = anEvent("charge.dispute.closed", dispute("lost"));
      const won = anEvent("charge.dispute.funds_reinstated", dispute("won"));
      for (const order of ordersOf([sold, lost, won])) {
        const { sales, refunds } = prepared(order);
        expect(sales).to.have.length(1);
        expect(refunds).to.deep.equal([]);
      }
      expect(prepared([sold, lost, won]).setAside).to.deep.equal([
        ["ch_1@dispute", "exclude", "(dispute won)"],
      ]);
      const again = anEvent("charge.dispute.closed", dispute("lost"));
      expect(prepared([sold, lost, won, again]).refunds).to.have.length(1);
    });

    it("opens a dispute when its money is withdrawn", () => {
      const rules: Rules = {
        rules: [{ name: "disputed", when: { disputed: true }, verdict: "review" }],
      };
      const withdrawn = anEvent("charge.dispute.funds_withdrawn", dispute("needs_response"));
      expect(prepared([sold, withdrawn], {}, rules).sales).to.deep.equal([]);
    });

    it("tells totals, of which only what is new is asked for", () => {
      const events = [1_000, 2_500].map((total) => anEvent("charge.refunded", refunded(total)));
      const plain = anEvent("checkout.session.completed", { ...SESSION, total_details: {} });
      expect(prepared([plain, ...events]).refunds).to.deep.equal([
        ["pi_1", 1_000, 1_000],
        ["pi_1", 1_500, 2_500],
      ]);
    });
  });

  describe("of discounts, in the shapes of API versions", () => {
    const invoice = (changes: object) =>
      anEvent("invoice.paid", { ...INVOICE, discounts: [], ...changes });
    const whole = { id: "di_9", object: "discount", promotion_code: "promo_ANA" };

    for (const [version, changes] of [
      ["2023-08-16: one discount, whole", { discount: whole, discounts: ["di_9"] }],
      ["2023-10-16: discounts expanded", { discount: null, discounts: [whole] }],
      [
        "2024-04-10: the promotion code expanded",
        { discounts: [{ ...whole, promotion_code: { id: "promo_ANA", code: "ANA10" } }] },
      ],
      [
        "2024-09-30.acacia: by the amounts",
        { discounts: ["di_9"], total_discount_amounts: [{ amount: 500, discount: whole }] },
      ],
      [
        "2025-09-30.clover: the coupon as its source",
        { discounts: [{ ...whole, source: { type: "coupon", coupon: "co_1" } }] },
      ],
      ["a line's own", { lines: { data: [{ discounts: [whole] }] } }],
    ] as const) {
      it(`credits the code: ${version}`, () => {
        const { touches, sales } = prepared([invoice(changes)], CODES);
        expect(sales).to.have.length(1);
        expect(touches).to.deep.equal([["cus_2", "Ana"]]);
      });
    }

    const bare = { discounts: ["di_9"], total_discount_amounts: [{ amount: 5, discount: "di_9" }] };

    it("has a sale wait of which a discount is but an id, where codes count", () => {
      const { sales, setAside, reasons } = prepared([invoice(bare)], CODES);
      expect(sales).to.deep.equal([]);
      expect(setAside).to.deep.equal([["in_1", "review", "(discount)"]]);
      expect(reasons[0]).to.include("di_9").and.include("rule");
      expect(prepared([invoice(bare)]).sales).to.have.length(1);
      const rules: Rules = {
        rules: [{ name: "mine", when: { sale: "in_1" }, verdict: "include" }],
      };
      expect(prepared([invoice(bare)], CODES, rules).sales).to.have.length(1);
    });

    it("knows an id that another event tells whole", () => {
      const earlier = { id: "in_0", status_transitions: { paid_at: 1_767_000_000 } };
      const first = anEvent("invoice.paid", { ...INVOICE, ...earlier, discounts: [whole] });
      const { sales, touches } = prepared([invoice(bare), first], CODES);
      expect(sales).to.have.length(2);
      expect(touches).to.have.length(2);
    });

    it("knows the id on a renewal by the session that began the subscription", () => {
      const session = anEvent("checkout.session.completed", {
        ...{ ...SUBSCRIBED, discounts: [{ coupon: null, promotion_code: "promo_ANA" }] },
      });
      const renewal = anEvent("invoice.paid", { ...RENEWAL, ...bare });
      for (const order of ordersOf([session, invoice(bare), renewal])) {
        const { sales, touches } = prepared(order, CODES);
        expect(sales).to.have.length(2);
        expect(touches.map(([, partner]) => partner)).to.deep.equal(["Ana", "Ana"]);
      }
    });

    it("knows that an id is of no code where it is told whole without one", () => {
      const earlier = { id: "in_0", discounts: [{ ...whole, promotion_code: null }] };
      const { sales } = prepared(
        [invoice(bare), anEvent("invoice.paid", { ...INVOICE, ...earlier })],
        CODES,
      );
      expect(sales).to.have.length(2);
    });

    it("takes a coupon without a code for no code, and a session's silence for none told", () => {
      const coupon = { ...whole, promotion_code: null };
      expect(prepared([invoice({ discounts: [coupon] })], CODES).sales).to.have.length(1);
      const { discounts: _, ...silent } = SESSION;
      const { setAside } = prepared([anEvent("checkout.session.completed", silent)], CODES);
      expect(setAside).to.deep.equal([["pi_1", "review", "(discount)"]]);
    });
  });

  describe("of invoices, in the shapes of API versions", () => {
    const subscription = { metadata: { plan: "team" }, subscription: "sub_1" };
    for (const [version, changes] of [
      [
        "2023-08-16",
        {
          ...{ subscription: "sub_1", subscription_details: { metadata: { plan: "team" } } },
          ...{ charge: "ch_9", payment_intent: "pi_9", tax: 1_900, total_taxes: undefined },
          lines: { data: [{ price: { product: "prod_pro" }, plan: { product: "prod_pro" } }] },
        },
      ],
      [
        "2024-06-20, with the tax in parts",
        {
          ...{ subscription: "sub_1", subscription_details: { metadata: { plan: "team" } } },
          ...{ charge: "ch_9", payment_intent: "pi_9", total_taxes: undefined, tax: null },
          total_tax_amounts: [{ amount: 1_000 }, { amount: 900 }],
        },
      ],
      [
        "2025-03-31.basil",
        {
          parent: { type: "subscription_details", subscription_details: subscription },
          payments: { data: [{ payment: { type: "payment_intent", payment_intent: "pi_9" } }] },
        },
      ],
      [
        "2025-03-31.basil, by its line",
        {
          metadata: { plan: "team" },
          payments: { data: [{ payment: { type: "charge", charge: "ch_9" } }] },
          lines: {
            data: [
              {
                pricing: { price_details: { product: "prod_pro", price: "price_1" } },
                parent: { subscription_item_details: { subscription: "sub_1" } },
              },
            ],
          },
        },
      ],
    ] as const) {
      it(version, () => {
        const inputs = new Inputs();
        const events = [
          anEvent("invoice.paid", { ...INVOICE, ...changes }),
          anEvent("charge.refunded", refunded(1_000, "ch_9", "pi_9")),
        ];
        storeOf(folder.path("store.sqlite"), events, (store) => readStoreFacts(store, inputs));
        const [sale] = inputs.sales;
        expect(sale).to.deep.include({ id: "in_1", tax: 1_900n, product: "prod_pro" });
        expect(sale?.attributes).to.deep.include({
          ...{ "metadata.plan": "team", subscription: "sub_1" },
        });
        expect(inputs.refunds.map(({ saleId }) => saleId)).to.deep.equal(["in_1"]);
      });
    }

    it("counts one paid outside of Stripe, which older versions have in no amount paid", () => {
      const outside = { ...INVOICE, amount_paid: 0, amount_due: 11_900, paid_out_of_band: true };
      const old = anEvent("invoice.paid", { ...outside, total_taxes: [], total: 11_900 });
      expect(prepared([old]).sales).to.deep.equal([["in_1", "initial", 11_900]]);
      const unpaid = anEvent("invoice.paid", { ...outside, paid_out_of_band: false });
      expect(prepared([unpaid]).sales).to.deep.equal([]);
    });
  });

  describe("of kinds, by money", () => {
    const invoice = (id: string, reason: string, amount: number, changes: object = {}) =>
      anEvent("invoice.paid", {
        ...{ ...INVOICE, id, billing_reason: reason, amount_paid: amount, total_taxes: [] },
        ...{ status_transitions: { paid_at: 1_767_225_700 + Number(id.slice(3)) }, ...changes },
      });
    const kindsOf = (events: readonly object[], mapping: Mapping = {}) =>
      prepared(events, mapping).sales.map(([id, kind]) => [id, kind]);

    for (const reason of ["subscription_cycle", "subscription_threshold", "subscription_update"]) {
      it(`takes the first after a beginning without money for initial: ${reason}`, () => {
        const events = [
          invoice("in_1", "subscription_create", 0),
          invoice("in_2", reason, 4_900),
          invoice("in_3", "subscription_cycle", 4_900),
        ];
        for (const order of ordersOf(events))
          expect(kindsOf(order)).to.deep.equal([
            ["in_2", "initial"],
            ["in_3", "renewal"],
          ]);
      });
    }

    it("takes one paid outside for money", () => {
      const outside = { amount_due: 4_900, paid_out_of_band: true };
      expect(
        kindsOf([
          invoice("in_1", "subscription_create", 0),
          invoice("in_2", "subscription_cycle", 0, outside),
          invoice("in_3", "subscription_cycle", 4_900),
        ]),
      ).to.deep.equal([
        ["in_2", "initial"],
        ["in_3", "renewal"],
      ]);
    });

    it("knows a trial by its session too, and keeps subscriptions of one customer apart", () => {
      const trial = {
        ...{ ...SESSION, id: "cs_t", mode: "subscription", amount_total: 0, customer: "cus_2" },
        ...{ payment_intent: null, invoice: null, subscription: "sub_2", total_details: {} },
        ...{ payment_status: "no_payment_required", client_reference_id: null, discounts: [] },
      };
      expect(
        kindsOf([
          anEvent("checkout.session.completed", trial),
          invoice("in_1", "subscription_cycle", 4_900, { subscription: "sub_1" }),
          invoice("in_2", "subscription_cycle", 4_900, { subscription: "sub_2" }),
        ]),
      ).to.deep.equal([
        ["in_1", "renewal"],
        ["in_2", "initial"],
      ]);
    });

    it("leaves a renewal one whose beginning nobody told, until a mapping asks for the first payment", () => {
      const events = [
        invoice("in_1", "subscription_cycle", 4_900),
        invoice("in_2", "subscription_cycle", 4_900),
      ];
      expect(kindsOf(events).map(([, kind]) => kind)).to.deep.equal(["renewal", "renewal"]);
      const mapping: Mapping = {
        kinds: [
          { when: { first_payment: true }, kind: "first" },
          { when: { first_payment: false, kind: "renewal" }, kind: "later" },
        ],
      };
      expect(kindsOf(events, mapping).map(([, kind]) => kind)).to.deep.equal(["first", "later"]);
    });
  });

  it("of the field's own case: one sale each, initial after a trial, codes kept", () => {
    const events = [
      anEvent("invoice.paid", {
        ...{ id: "in_t0", customer: "cus_t", billing_reason: "subscription_create" },
        ...{ amount_paid: 0, total: 0, currency: "usd", lines: { data: [] } },
      }),
      anEvent("invoice.paid", {
        ...{ id: "in_t1", customer: "cus_t", billing_reason: "subscription_cycle" },
        ...{ amount_paid: 4_900, total: 4_900, currency: "usd", lines: { data: [] } },
      }),
    ];
    expect(prepared(events).sales).to.deep.equal([["in_t1", "initial", 4_900]]);
  });

  it("is kept over a change of the store's layout", () => {
    const path = folder.path("former.sqlite");
    const former = new DatabaseSync(path);
    former.exec(readFileSync(new URL("storeOfLayout2.sql", import.meta.url), "utf8"));
    former.close();
    const store = openStore(path);
    const inputs = new Inputs();
    try {
      readStoreFacts(store, inputs);
    } finally {
      store.close();
    }
    const told = inputs.sales.map(({ id, amount, tax }) => [id, amount, tax]);
    expect(told).to.deep.equal([["pi_1", 11_900n, 1_900n]]);
    expect(inputs.awaiting.map(({ id }) => id)).to.deep.equal(["pi_2"]);
    expect(inputs.refunds.map(({ id, amount }) => [id, amount])).to.deep.equal([
      ["ch_1@dispute", 11_900n],
    ]);
  });
});
