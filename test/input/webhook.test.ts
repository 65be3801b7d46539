import { readFile, stat } from "node:fs/promises";
import { request } from "node:http";
import type { DatabaseSync } from "node:sqlite";
import { expect } from "chai";
import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { readStored } from "../../scripts/ingest/store/readStored.ts";
import { serveWebhook, type Webhook } from "../../scripts/ingest/webhook/serveWebhook.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";
import {
  anEvent,
  dispute,
  INVOICE,
  INVOICE_PAYMENT,
  RENEWAL,
  refunded,
  SECRET,
  SESSION,
  SUBSCRIBED,
  send,
} from "./support.ts";

describe("The endpoint for Stripe's events", () => {
  let folder: Folder;
  let store: DatabaseSync;
  let webhook: Webhook;
  let outcomes: [string, string][];
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  beforeEach(async () => {
    number += 1;
    store = openStore(folder.path(`store-${number}.sqlite`));
    outcomes = [];
    webhook = await serveWebhook({
      ...{ store, secret: SECRET, host: "127.0.0.1", port: 0 },
      keep: { customers: ["client_reference_id", "customer"], metadata: ["plan"] },
      onEvent: (type, outcome) => outcomes.push([type, outcome]),
    });
  });
  afterEach(async () => {
    await webhook.close();
    store.close();
  });

  const tell = async (...events: object[]) => {
    for (const event of events) expect((await send(webhook.url, event)).status).to.equal(200);
  };
  const sold = () => readStored(store).sales.map(({ id, kind, amount }) => [id, kind, amount]);
  const back = () =>
    readStored(store).refunds.map(({ id, saleId, amount }) => [id, saleId, amount]);

  const completed = () => anEvent("checkout.session.completed", SESSION);

  describe("sales", () => {
    it("keeps a paid Checkout session with what rules ask for, and nothing of the person", async () => {
      await tell(completed());
      const [sale] = readStored(store).sales;
      expect(sale).to.deep.include({
        id: "pi_1",
        kind: "initial",
        amount: 11_900n,
        tax: 1_900n,
        decimals: 2,
        currency: "EUR",
        customers: ["visitor-1", "cus_1"],
        codes: ["promo_ANA10"],
        attributes: { mode: "payment", "metadata.plan": "pro" },
      });
      store.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      const bytes = await readFile(folder.path(`store-${number}.sqlite`), "latin1");
      expect(bytes).to.include("visitor-1");
      expect(bytes).not.to.match(/jo@example|Jo Public|whsec_/i);
    });

    it("says of an event of the test mode that it is one, which rules can ask for", async () => {
      await tell(anEvent("checkout.session.completed", SESSION, { livemode: false }));
      expect(readStored(store).sales[0]?.attributes).to.include({ livemode: "false" });
    });

    it("waits for a payment that takes days", async () => {
      const unpaid = { ...SESSION, payment_status: "unpaid" };
      await tell(anEvent("checkout.session.completed", unpaid));
      expect(sold()).to.deep.equal([]);
      await tell(anEvent("checkout.session.async_payment_succeeded", SESSION));
      expect(sold()).to.deep.equal([["pi_1", "initial", 11_900n]]);
    });

    for (const [what, order] of [
      ["the session first", [0, 1]],
      ["the invoice first", [1, 0]],
    ] as const) {
      it(`counts a subscription's first payment once, ${what}`, async () => {
        const events = [
          anEvent("checkout.session.completed", SUBSCRIBED),
          anEvent("invoice.paid", INVOICE),
        ];
        for (const index of order) await tell(events[index] ?? {});
        expect(sold()).to.deep.equal([["in_1", "initial", 11_900n]]);
        const [sale] = readStored(store).sales;
        expect(sale?.customers).to.have.members(["visitor-2", "cus_2"]);
        expect(sale?.product).to.equal("prod_pro");
        expect(sale?.tax).to.equal(1_900n);
      });
    }

    it("tells renewals and changes of plan from first payments", async () => {
      const change = { ...INVOICE, id: "in_3", billing_reason: "subscription_update" };
      await tell(
        anEvent("invoice.paid", INVOICE),
        anEvent("invoice.paid", RENEWAL),
        anEvent("invoice.paid", change),
      );
      expect(sold().map(([id, kind]) => [id, kind])).to.deep.equal([
        ["in_1", "initial"],
        ["in_2", "renewal"],
        ["in_3", "expansion"],
      ]);
      expect(readStored(store).sales[1]?.occurredAt).to.equal(1_769_904_000);
    });

    it("finds the metadata of a subscription on its invoices", async () => {
      const { parent, ...older } = {
        ...RENEWAL,
        parent: { subscription_details: { metadata: { plan: "team" } } },
      };
      await tell(
        anEvent("invoice.paid", { ...older, parent }),
        anEvent("invoice.paid", { ...older, id: "in_9", ...parent }),
      );
      for (const sale of readStored(store).sales) {
        expect(sale.attributes["metadata.plan"]).to.equal("team");
      }
      expect(sold()).to.have.length(2);
    });

    it("takes an invoice of nothing, as for a trial, for no sale", async () => {
      await tell(anEvent("invoice.paid", { ...INVOICE, amount_paid: 0 }));
      expect(sold()).to.deep.equal([]);
    });

    it("takes of an invoice what was paid of it, and as much of its tax and shipping", async () => {
      const rest = { amount_paid: 5_950, total: 11_900, shipping_cost: { amount_subtotal: 501 } };
      await tell(anEvent("invoice.paid", { ...INVOICE, ...rest }));
      const [sale] = readStored(store).sales;
      expect(sale).to.deep.include({ amount: 5_950n, tax: 950n, shipping: 250n });
    });

    for (const [currency, decimals] of [
      ["jpy", 0],
      ["kwd", 3],
      ["eur", 2],
    ] as const) {
      it(`counts in the smallest unit of ${currency}, refunds and disputes too`, async () => {
        await tell(
          anEvent("checkout.session.completed", { ...SESSION, currency }),
          anEvent("charge.refunded", { ...refunded(900), currency }),
          anEvent("charge.dispute.closed", { ...dispute("lost"), currency }),
        );
        const { sales, refunds } = readStored(store);
        const all = [...sales, ...refunds].map((one) => [one.amount, one.decimals]);
        expect(all).to.deep.equal([
          [11_900n, decimals],
          [900n, decimals],
          [11_000n, decimals],
        ]);
      });
    }

    it("reads the objects of older API versions too", async () => {
      const old = { ...RENEWAL, total_taxes: undefined, tax: 900, payment_intent: "pi_7" };
      await tell(
        anEvent("invoice.paid", old),
        anEvent("charge.refunded", { ...refunded(500, "ch_7", ""), invoice: "in_2" }),
      );
      expect(readStored(store).sales[0]?.tax).to.equal(900n);
      expect(back()).to.deep.equal([["ch_7@500", "in_2", 500n]]);
    });
  });

  describe("refunds", () => {
    it("keeps each part of what went back, to the whole", async () => {
      await tell(completed());
      for (const total of [1_000, 2_500, 11_900]) {
        await tell(anEvent("charge.refunded", refunded(total)));
      }
      expect(back()).to.deep.equal([
        ["ch_1@1000", "pi_1", 1_000n],
        ["ch_1@2500", "pi_1", 1_500n],
        ["ch_1@11900", "pi_1", 9_400n],
      ]);
    });

    it("comes to the same total when they arrive out of order", async () => {
      await tell(
        completed(),
        anEvent("charge.refunded", refunded(2_500)),
        anEvent("charge.refunded", refunded(1_000)),
      );
      expect(back()).to.deep.equal([["ch_1@2500", "pi_1", 2_500n]]);
    });

    it("tells one that comes before its sale by its charge, and then by the sale", async () => {
      await tell(anEvent("charge.refunded", refunded(2_500)));
      expect(back()).to.deep.equal([["ch_1@2500", "ch_1", 2_500n]]);
      await tell(completed());
      expect(back()).to.deep.equal([["ch_1@2500", "pi_1", 2_500n]]);
    });

    for (const [what, order] of [
      ["in order", [0, 1, 2]],
      ["backwards", [2, 1, 0]],
      ["with the link last", [0, 2, 1]],
    ] as const) {
      it(`finds the invoice of a charge by the invoice's payment, ${what}`, async () => {
        const events = [
          anEvent("invoice.paid", RENEWAL),
          anEvent("invoice_payment.paid", INVOICE_PAYMENT),
          anEvent("charge.refunded", refunded(11_900, "ch_9", "pi_9")),
        ];
        for (const index of order) await tell(events[index] ?? {});
        expect(sold().map(([id]) => id)).to.deep.equal(["in_2"]);
        expect(back()).to.deep.equal([["ch_9@11900", "in_2", 11_900n]]);
      });
    }

    it("keeps the ids of refunds where the charge names them", async () => {
      const refunds = (...amounts: number[]) => ({
        data: amounts.map((amount, index) => ({ id: `re_${index}`, amount, status: "succeeded" })),
      });
      await tell(
        completed(),
        anEvent("charge.refunded", { ...refunded(1_000), refunds: refunds(1_000) }),
        anEvent("charge.refunded", { ...refunded(1_500), refunds: refunds(1_000, 500) }),
      );
      expect(back()).to.deep.equal([
        ["re_0", "pi_1", 1_000n],
        ["re_1", "pi_1", 500n],
      ]);
    });
  });

  describe("disputes", () => {
    it("lets a sale stand that is disputed and won", async () => {
      await tell(completed(), anEvent("charge.dispute.created", dispute("needs_response")));
      expect([...readStored(store).disputed]).to.deep.equal(["pi_1"]);
      await tell(anEvent("charge.dispute.closed", dispute("won")));
      expect([...readStored(store).disputed]).to.deep.equal([]);
      expect(back()).to.deep.equal([]);
    });

    it("gives back one that is lost, once, and no more than is left", async () => {
      await tell(
        completed(),
        anEvent("charge.refunded", refunded(1_000)),
        anEvent("charge.dispute.closed", dispute("lost")),
        anEvent("charge.dispute.closed", dispute("lost")),
      );
      expect(back()).to.deep.equal([
        ["ch_1@1000", "pi_1", 1_000n],
        ["ch_1@dispute", "pi_1", 10_900n],
      ]);
      expect(readStored(store).refunds[1]?.reason).to.equal("dispute lost: fraudulent");
    });

    it("is not opened again by a beginning that comes after the end", async () => {
      await tell(
        completed(),
        anEvent("charge.dispute.closed", dispute("warning_closed")),
        anEvent("charge.dispute.created", dispute("needs_response")),
      );
      expect([...readStored(store).disputed]).to.deep.equal([]);
    });
  });

  describe("once", () => {
    it("answers an event that it knows with success and no effect", async () => {
      const event = completed();
      const first = await send(webhook.url, event);
      const again = await send(webhook.url, event);
      expect([first.status, again.status]).to.deep.equal([200, 200]);
      expect(outcomes.map(([, outcome]) => outcome)).to.deep.equal(["new", "known"]);
      expect(sold()).to.have.length(1);
    });

    it("has the same object told by two events count once", async () => {
      const refund = refunded(1_000);
      await tell(
        completed(),
        completed(),
        anEvent("charge.refunded", refund),
        anEvent("charge.refunded", refund),
      );
      expect(sold()).to.have.length(1);
      expect(back()).to.have.length(1);
    });

    it("has many that come at once count once", async () => {
      const event = completed();
      const answers = await Promise.all(Array.from({ length: 20 }, () => send(webhook.url, event)));
      for (const { status } of answers) expect(status).to.equal(200);
      expect(outcomes.filter(([, outcome]) => outcome === "new")).to.have.length(1);
      expect(sold()).to.have.length(1);
    });
  });

  describe("what it refuses", () => {
    for (const [what, options] of [
      ["another secret", { secret: "whsec_other" }],
      ["a signature that is too old", { timestamp: Math.floor(Date.now() / 1_000) - 301 }],
    ] as const) {
      it(what, async () => {
        const answer = await send(webhook.url, completed(), options);
        expect(answer.status).to.equal(400);
        expect(await answer.text()).not.to.include(SECRET);
        expect(sold()).to.deep.equal([]);
      });
    }

    it("no signature, a changed body and a body that is no event", async () => {
      for (const headers of [{}, { "stripe-signature": "t=1,v1=00" }]) {
        const answer = await fetch(webhook.url, { method: "POST", body: "{}", headers });
        expect(answer.status).to.equal(400);
      }
      for (const body of [null, "text", { type: "invoice.paid" }]) {
        expect((await send(webhook.url, body as object)).status).to.equal(400);
      }
      expect(outcomes).to.deep.equal([
        ["", "refused"],
        ["", "refused"],
        ["", "refused"],
        ["", "refused"],
        ["", "refused"],
      ]);
    });

    it("a body that is too large, without reading it to its end", async () => {
      const answered = await fetch(webhook.url, { method: "POST", body: "x".repeat(2 << 20) });
      expect(answered.status).to.equal(413);
      const status = await new Promise((resolve, reject) => {
        // With no length told before.
        const endless = request(webhook.url, { method: "POST" }, (answer) => {
          resolve(answer.statusCode);
          endless.destroy();
        });
        endless.on("error", reject);
        const chunk = "x".repeat(1 << 16);
        const write = () => {
          if (!endless.destroyed) endless.write(chunk, () => setImmediate(write));
        };
        write();
      });
      expect(status).to.equal(413);
    });

    it("other paths and methods", async () => {
      expect((await fetch(webhook.url.replace("/stripe", "/"))).status).to.equal(404);
      expect((await fetch(webhook.url)).status).to.equal(405);
    });

    it("answers what is of no interest with success", async () => {
      await tell(anEvent("customer.created", { id: "cus_1" }), anEvent("constructor", {}));
      expect(outcomes.map(([, outcome]) => outcome)).to.deep.equal(["ignored", "ignored"]);
    });
  });

  it("answers 500 where it cannot store, so that Stripe tries again", async () => {
    store.exec("ALTER TABLE details RENAME TO gone");
    expect((await send(webhook.url, completed())).status).to.equal(500);
    store.exec("ALTER TABLE gone RENAME TO details");
    const event = completed();
    await tell(event);
    expect(sold()).to.have.length(1);
  });

  it("keeps the store for its owner's eyes", async () => {
    const { mode } = await stat(folder.path(`store-${number}.sqlite`));
    expect(mode & 0o077).to.equal(0);
  });

  it("refuses a file that is no store, and a port that is taken", async () => {
    const other = await folder.write(
      "no.sqlite",
      "not a database, though it is long enough for it",
    );
    let error: unknown;
    try {
      openStore(other);
    } catch (caught) {
      error = caught;
    }
    expect(String(error)).to.include("no.sqlite");
    const { port } = new URL(webhook.url);
    const parameters = {
      ...{ store, secret: SECRET, host: "127.0.0.1", port: Number(port) },
      ...{ keep: { customers: [], metadata: [] }, onEvent: () => undefined },
    };
    expect((await refusal(serveWebhook(parameters))).message).to.include("EADDRINUSE");
  });
});
