import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { exportStored } from "../../scripts/ingest/exportStored.ts";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import type { Mapping } from "../../scripts/ingest/mapping/Mapping.ts";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { readStored, type StoredFacts } from "../../scripts/ingest/store/readStored.ts";
import { serveWebhook } from "../../scripts/ingest/webhook/serveWebhook.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { ordersOf } from "./storeOf.ts";
import { anEvent, dispute, SECRET, send } from "./support.ts";

type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Told {
  /** Lines of the exported files, without their headers. */
  readonly sales: readonly string[];
  readonly refunds: readonly string[];
  readonly waiting: readonly string[];
  readonly stored: StoredFacts;
}

const CODES: Mapping = { codes: [{ code: "ANA10", partner: "Ana", role: "seller" }] };

describe("Objects as Stripe's API versions have them", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const shapesOf = async (version: string): Promise<Shapes> =>
    JSON.parse(await readFile(new URL(`recorded/${version}.json`, import.meta.url), "utf8"));

  const linesOf = async (file: string) =>
    (await readFile(file, "utf8")).split("\n").slice(1).filter(Boolean);

  /** What the endpoint keeps of events that Stripe signs and sends, and what is exported of it. */
  const told = async (events: readonly object[], mapping: Mapping = {}): Promise<Told> => {
    number += 1;
    const store = openStore(folder.path(`store-${number}.sqlite`));
    const webhook = await serveWebhook({
      ...{ store, secret: SECRET, host: "127.0.0.1", port: 0 },
      keep: keptFieldsOf({ metadata: ["licenses", "plan"], ...mapping }),
      onEvent: () => undefined,
    });
    try {
      for (const event of events) expect((await send(webhook.url, event)).status).to.equal(200);
      const sales = folder.path(`sales-${number}.csv`);
      const refunds = folder.path(`refunds-${number}.csv`);
      await exportStored(store, mapping, { sales, refunds });
      const stored = readStored(store);
      return {
        ...{ sales: await linesOf(sales), refunds: await linesOf(refunds), stored },
        waiting: stored.awaiting.map(({ id }) => id),
      };
    } finally {
      await webhook.close();
      store.close();
    }
  };

  const linesIn = (invoice: Shapes[string] | undefined) =>
    (invoice as { readonly lines: { readonly data: readonly object[] } }).lines.data;

  const eventsOf = (version: string) => (type: string, object: object | undefined) =>
    anEvent(type, object ?? expect.fail(`no such shape of ${version}`), { api_version: version });

  it("2020-08-27: one sale of an invoice, its payment and its charge, in any order", async () => {
    const shapes = await shapesOf("2020-08-27");
    const event = eventsOf("2020-08-27");
    for (const order of ordersOf([
      event("payment_intent.succeeded", shapes.payment_intent),
      event("charge.succeeded", shapes.charge),
      event("invoice.paid", shapes.invoice),
      event("charge.refunded", { ...shapes.charge, amount_refunded: 40_000 }),
    ])) {
      const { sales, refunds, stored } = await told(order);
      expect(sales).to.deep.equal(["in_1,cus_1,initial,1000,USD,2024-02-03T22:40:00Z,prod_1"]);
      expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([["in_1", "400"]]);
      expect(stored.sales[0]?.attributes).to.include({ "metadata.licenses": "25" });
    }
  });

  it("2020-08-27: the product that is sold, where a line of credit is the first", async () => {
    const { negative_line_first } = await shapesOf("2020-08-27");
    const event = eventsOf("2020-08-27");
    const { stored } = await told([event("invoice.paid", negative_line_first)]);
    expect(stored.sales[0]?.product).to.equal("prod_plan");
  });

  it("2023-10-16: a session with its refund, and disputes that name the charge alone", async () => {
    const shapes = await shapesOf("2023-10-16");
    const event = eventsOf("2023-10-16");
    for (const order of ordersOf([
      event("checkout.session.completed", shapes["checkout.session"]),
      event("charge.succeeded", { ...shapes.charge, amount_refunded: 0 }),
      event("charge.refunded", shapes.charge),
      event("charge.refund.updated", shapes.refund),
    ])) {
      const { sales, refunds } = await told(order);
      expect(sales).to.have.length(1);
      expect(sales[0]).to.match(/^pi_1,jo@northwind.shop,initial,10,USD,/);
      expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([["pi_1", "1"]]);
    }
    const { stored } = await told([
      event("charge.succeeded", { ...shapes.charge, amount_refunded: 0 }),
      event("charge.dispute.created", shapes.dispute),
      event("credit_note.created", shapes.credit_note),
    ]);
    expect([...stored.disputed]).to.deep.equal(["pi_1"]);
    expect(stored.refunds).to.deep.equal([]);
  });

  it("2023-10-16: the codes of an invoice's one discount, told whole", async () => {
    const { discount } = await shapesOf("2023-10-16");
    const { invoice } = await shapesOf("2024-06-20");
    const event = eventsOf("2023-10-16");
    const codesOf = async (changes: object) => {
      const whole = { ...discount, ...changes };
      const discounted = { ...invoice, discount: whole, discounts: ["di_1"] };
      const { stored } = await told([event("invoice.paid", discounted)], CODES);
      expect(stored.doubts).to.deep.equal([]);
      return stored.sales[0]?.codes;
    };
    expect(await codesOf({})).to.deep.equal([]);
    expect(await codesOf({ promotion_code: "promo_1" })).to.deep.equal(["promo_1"]);
  });

  it("2024-06-20: a subscription's invoice, named by its charge as an id or whole", async () => {
    const { charge, invoice } = await shapesOf("2024-06-20");
    const event = eventsOf("2024-06-20");
    for (const named of [charge?.invoice, invoice?.id])
      for (const order of ordersOf([
        event("invoice.paid", invoice),
        event("charge.succeeded", { ...charge, invoice: named }),
        event("charge.refunded", { ...charge, invoice: named, amount_refunded: 500 }),
      ])) {
        const { sales, refunds, stored } = await told(order);
        expect(sales).to.deep.equal(["in_1,cus_1,initial,25,USD,2024-08-10T16:03:50Z,prod_1"]);
        expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([["in_1", "5"]]);
        expect(stored.sales[0]?.attributes).to.include({ subscription: "sub_1" });
      }
  });

  it("2025-04, old and new fields at once: each tax and discount once", async () => {
    const { invoice } = await shapesOf("2025-04-dashboard");
    const event = eventsOf("2025-03-31.basil");
    const { stored } = await told([event("invoice.paid", invoice)], CODES);
    expect(stored.sales).to.have.length(1);
    expect(stored.sales[0]).to.deep.include({
      ...{ id: "in_1", amount: 24_512n, tax: 1_805n, shipping: 0n, product: "prod_1", codes: [] },
    });
    expect(stored.doubts).to.deep.equal([]);
  });

  it("2025-04-30.basil: an invoice that names neither its payment nor that it was paid outside", async () => {
    const { invoice, paid_outside } = await shapesOf("2025-04-30.basil");
    const event = eventsOf("2025-04-30.basil");
    const { stored } = await told([event("invoice.paid", invoice)]);
    expect(stored.sales[0]).to.deep.include({ id: "in_1", amount: 100_000n, product: "prod_1" });
    expect(stored.sales[0]?.attributes).to.include({ "metadata.licenses": "25" });
    expect(stored.sales[0]?.attributes).not.to.have.property("paid_out_of_band");
    const record = {
      ...{ id: "inpay_1", object: "invoice_payment", invoice: "in_1", status: "paid" },
      payment: { type: "payment_record", payment_record: "pr_1" },
    };
    const paid = event("invoice.paid", paid_outside);
    for (const order of ordersOf([paid, event("invoice_payment.paid", record)])) {
      const { sales } = (await told(order)).stored;
      expect(sales.map(({ amount }) => amount)).to.deep.equal([984_000n]);
      expect(sales[0]?.attributes).to.include({ paid_out_of_band: "true" });
    }
    const expanded = event("invoice.paid", { ...paid_outside, payments: { data: [record] } });
    const [sale] = (await told([expanded])).stored.sales;
    expect(sale?.attributes).to.include({ paid_out_of_band: "true" });
  });

  for (const version of ["2025-10-29.clover", "2025-11-17.clover"])
    it(`${version}: an invoice and its payment are one sale by what links them`, async () => {
      const shapes = await shapesOf(version);
      const event = eventsOf(version);
      const amount = shapes.invoice_payment?.amount_paid;
      const intent = (await shapesOf("2025-10-29.clover")).payment_intent;
      for (const order of ordersOf([
        event("invoice.paid", shapes.invoice),
        event("invoice_payment.paid", shapes.invoice_payment),
        event("payment_intent.succeeded", { ...intent, amount, amount_received: amount }),
      ])) {
        const { sales, waiting } = await told(order);
        expect(sales).to.have.length(1);
        expect(sales[0]).to.match(/^in_1,cus_1,initial,/);
        expect(waiting).to.deep.equal([]);
      }
    });

  it("2025-10-29.clover: a discount that is but an id waits, where codes count", async () => {
    const { invoice } = await shapesOf("2025-10-29.clover");
    const paid = eventsOf("2025-10-29.clover")("invoice.paid", invoice);
    const { sales, stored } = await told([paid], CODES);
    expect(sales).to.deep.equal([]);
    expect(stored.doubts.map(({ saleId, rule }) => [saleId, rule])).to.deep.equal([
      ["in_1", "(discount)"],
    ]);
    expect((await told([paid])).sales).to.have.length(1);
  });

  it("2026-08-26.dahlia: a payment by itself with its refund", async () => {
    const shapes = await shapesOf("2026-08-26.dahlia");
    const event = eventsOf("2026-08-26.dahlia");
    for (const order of ordersOf([
      event("payment_intent.succeeded", shapes.payment_intent),
      event("charge.succeeded", shapes.charge),
      event("refund.created", shapes.refund),
      event("charge.refunded", { ...shapes.charge, amount_refunded: 1_000 }),
    ])) {
      const { sales, refunds } = await told(order);
      expect(sales).to.have.length(1);
      expect(sales[0]).to.match(/^pi_1,cus_1,initial,30,USD,/);
      expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([["pi_1", "10"]]);
    }
  });

  describe("2026-09-30.endive", () => {
    const event = eventsOf("2026-09-30.endive");
    const INVOICE = "in_1Recorded000000000000001";

    it("links a payment to its invoice by what it refers to, with its refund, in any order", async () => {
      const { charge, credit_note, invoice, payment_intent } = await shapesOf("2026-09-30.endive");
      // Whatever the payment is called: its description can be one's own.
      const intent = { ...payment_intent, description: "Pro plan" };
      const back = event("charge.refunded", { ...charge, amount_refunded: 500 });
      for (const order of ordersOf([
        event("invoice.paid", invoice),
        event("payment_intent.succeeded", intent),
        event("credit_note.created", credit_note),
        back,
      ])) {
        const { sales, refunds, stored } = await told(order);
        expect(sales).to.deep.equal([
          `${INVOICE},cus_1,initial,25,USD,2026-10-06T19:17:42Z,prod_1`,
        ]);
        expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([[INVOICE, "5"]]);
        expect(stored.sales[0]?.attributes).to.include({ subscription: "sub_1" });
        expect(stored.awaiting).to.deep.equal([]);
      }
    });

    it("takes the refund of a payment that was recorded for one outside of Stripe", async () => {
      const { credit_note, invoice } = await shapesOf("2026-09-30.endive");
      const recorded = {
        ...{ amount_refunded: 500, refund: null, type: "payment_record_refund" },
        payment_record_refund: { payment_record: "pr_1", refund_group: "rg_1" },
      };
      const note = { ...credit_note, refunds: [recorded] };
      for (const order of ordersOf([
        event("invoice.paid", invoice),
        event("credit_note.created", note),
      ])) {
        const { refunds } = await told(order);
        expect(refunds.map((line) => line.split(",").slice(1, 3))).to.deep.equal([[INVOICE, "5"]]);
      }
      const { refunds } = await told([
        event("invoice.paid", invoice),
        event("credit_note.created", note),
        event("credit_note.voided", { ...note, status: "void" }),
      ]);
      expect(refunds).to.deep.equal([]);
    });

    it("has a payment wait that refers to an invoice by a part of its id, until it is linked", async () => {
      const shapes = await shapesOf("2026-09-30.endive");
      const cut = { customer_reference: null, order_reference: INVOICE.slice(0, 25) };
      const paid = event("invoice.paid", shapes.invoice);
      const intent = event("payment_intent.succeeded", {
        ...{ ...shapes.payment_intent, description: "Pro plan", payment_details: cut },
      });
      for (const order of ordersOf([paid, intent])) {
        const { sales, waiting } = await told(order);
        expect(sales).to.have.length(1);
        expect(waiting).to.deep.equal(["pi_1"]);
      }
      const link = event("invoice_payment.paid", shapes.invoice_payment);
      for (const order of ordersOf([paid, intent, link])) {
        const { sales, waiting } = await told(order);
        expect(sales.map((line) => line.split(",")[0])).to.deep.equal([INVOICE]);
        expect(waiting).to.deep.equal([]);
      }
    });

    it("takes a reference of one's own for none to an invoice", async () => {
      const { payment_intent } = await shapesOf("2026-09-30.endive");
      for (const order_reference of ["4711", "in_stock", "in_2026_10_06_Acme_Northwind", null]) {
        const own = { ...payment_intent, description: null, payment_details: { order_reference } };
        const { sales } = await told([event("payment_intent.succeeded", own)]);
        expect(sales.map((line) => line.split(",")[0])).to.deep.equal(["pi_1"]);
      }
    });

    it("takes what is sold for the product where a plan is changed, and the subscription of any line", async () => {
      const { plan_changed } = await shapesOf("2026-09-30.endive");
      const [credit, debit] = linesIn(plan_changed);
      const data = [
        { ...credit, metadata: { plan: "monthly" } },
        { ...debit, metadata: { plan: "annual" } },
      ];
      const { stored } = await told([
        event("invoice.paid", { ...plan_changed, lines: { object: "list", data } }),
      ]);
      expect(stored.sales[0]).to.deep.include({
        ...{ id: "in_2", kind: "expansion", amount: 22_500n, product: "prod_annual" },
      });
      expect(stored.sales[0]?.attributes).to.include({
        ...{ subscription: "sub_1", "metadata.plan": "annual" },
      });
      const item = {
        ...credit,
        parent: { invoice_item_details: { invoice_item: "ii_1", subscription: "sub_9" } },
      };
      const { sales } = (
        await told([
          event("invoice.paid", { ...plan_changed, parent: null, lines: { data: [{}, item] } }),
        ])
      ).stored;
      expect(sales[0]?.attributes).to.include({ subscription: "sub_9" });
    });

    it("knows a discount whose coupon is its source for one without a code", async () => {
      const { discounted } = await shapesOf("2026-09-30.endive");
      const { sales, stored } = await told([event("invoice.paid", discounted)], CODES);
      expect(sales).to.have.length(1);
      expect(stored.doubts).to.deep.equal([]);
    });

    it("knows a customer by its account, where that is all there is", async () => {
      const shapes = await shapesOf("2026-09-30.endive");
      const named = { customer: null, customer_account: "acct_1", customer_email: null };
      const session = {
        ...{ ...shapes["checkout.session"], ...named, id: "cs_1", customer_details: null },
        ...{ payment_status: "paid", status: "complete", invoice: INVOICE },
      };
      for (const [type, object] of [
        ["invoice.paid", { ...shapes.invoice, ...named }],
        [
          "payment_intent.succeeded",
          { ...shapes.payment_intent, ...named, payment_details: null, description: null },
        ],
        ["checkout.session.completed", session],
      ] as const) {
        const { stored } = await told([event(type, object)]);
        expect(stored.sales[0]?.customers, type).to.deep.equal(["acct_1"]);
      }
      const both = { ...shapes.invoice, customer: "cus_1", customer_account: "acct_1" };
      const [sale] = (
        await told([event("invoice.paid", both)], { customers: { by: ["customer"] } })
      ).stored.sales;
      expect(sale?.customers).to.deep.equal(["cus_1"]);
    });

    it("leaves a session that is open for no sale", async () => {
      const shapes = await shapesOf("2026-09-30.endive");
      const open = event("checkout.session.completed", shapes["checkout.session"]);
      expect((await told([open])).sales).to.deep.equal([]);
    });

    it("takes a dispute over an invoice's charge for one over its sale", async () => {
      const { charge, invoice, payment_intent } = await shapesOf("2026-09-30.endive");
      const events = [
        event("invoice.paid", invoice),
        event("payment_intent.succeeded", payment_intent),
        event("charge.succeeded", charge),
        event("charge.dispute.created", dispute("needs_response", { amount: 2_500 })),
      ];
      for (const order of ordersOf(events))
        expect([...(await told(order)).stored.disputed]).to.deep.equal([INVOICE]);
    });
  });
});
