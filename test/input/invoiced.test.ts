import { expect } from "chai";
import { Inputs } from "../../scripts/ingest/facts/Inputs.ts";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import { NO_MAPPING } from "../../scripts/ingest/mapping/Mapping.ts";
import { type Prepared, prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import type { Rules } from "../../scripts/ingest/rules/Rules.ts";
import { readStoreFacts } from "../../scripts/ingest/sources/readStoreFacts.ts";
import { payments as paymentsFile } from "../../scripts/ingest/sources/stripe/payments.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { ordersOf, storeOf } from "./storeOf.ts";
import { anEvent, INVOICE, INVOICE_PAYMENT, refunded, SESSION } from "./support.ts";

/** Tax is revenue, for exported files do not tell it apart. */
const WHOLE: Rules = { rules: [], tax: "include" };

/** A one-off invoice, as Checkout makes one after the payment. */
const MANUAL = { ...INVOICE, billing_reason: "manual", customer: "cus_1" };
const CREATING = { ...SESSION, invoice_creation: { enabled: true } };
const LINK = { ...INVOICE_PAYMENT, invoice: "in_1", payment: { payment_intent: "pi_1" } };

const PAYMENTS = `id,Created date (UTC),Amount,Currency,Captured,Status,PaymentIntent ID,Invoice ID,Customer ID
ch_1,2026-01-01 00:00:00,"119,00",eur,true,Paid,pi_1,in_1,cus_1
`;

describe("A one-off payment that Checkout makes an invoice of", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const prepared = async (events: readonly object[], payments?: string): Promise<Prepared> => {
    const inputs = new Inputs();
    storeOf(folder.path("store.sqlite"), events, (store) => readStoreFacts(store, inputs));
    if (payments !== undefined) {
      const file = await folder.write("payments.csv", payments);
      await paymentsFile.read(file, inputs, { keep: keptFieldsOf(NO_MAPPING), zone: "UTC" });
    }
    return prepareInputs(inputs, { mapping: NO_MAPPING, rules: WHOLE, skew: 0 });
  };

  const INVOICED = anEvent("invoice.paid", MANUAL);
  const LINKED = anEvent("invoice_payment.paid", LINK);
  const REFUNDED = anEvent("charge.refunded", refunded(1_000));

  for (const [what, events] of [
    [
      "named by the session",
      [anEvent("checkout.session.completed", { ...CREATING, invoice: "in_1" }), INVOICED],
    ],
    [
      "named by its payment alone",
      [anEvent("checkout.session.completed", CREATING), INVOICED, LINKED],
    ],
    [
      "of a session that does not say that there will be one",
      [anEvent("checkout.session.completed", SESSION), INVOICED, LINKED],
    ],
    [
      "that names its payment, before API version 2025-03-31",
      [
        anEvent("checkout.session.completed", CREATING),
        anEvent("invoice.paid", { ...MANUAL, payment_intent: "pi_1", charge: "ch_1" }),
      ],
    ],
  ] as const) {
    it(`is one sale with its refund, in any order: ${what}`, async () => {
      for (const order of ordersOf([...events, REFUNDED])) {
        for (const payments of [undefined, PAYMENTS]) {
          const { sales, refunds, nameOf } = await prepared(order, payments);
          expect(sales.map(({ kind, amount }) => [kind, amount])).to.deep.equal([
            ["initial", 11_900n],
          ]);
          expect(nameOf(sales[0]?.customers[0] ?? "")).to.equal("visitor-1");
          expect(refunds.map(({ saleId, amount }) => [saleId, amount])).to.deep.equal([
            [sales[0]?.id, 1_000n],
          ]);
        }
      }
    });
  }

  it("is the invoice's sale alone where nothing links the two", async () => {
    for (const order of ordersOf([anEvent("checkout.session.completed", CREATING), INVOICED])) {
      const { sales, setAside } = await prepared(order);
      expect(sales.map(({ id }) => id)).to.deep.equal(["in_1"]);
      expect(setAside.map(({ id, verdict, rule }) => [id, verdict, rule])).to.deep.equal([
        ["pi_1", "review", "(invoice)"],
      ]);
    }
    const both = [anEvent("checkout.session.completed", SESSION), INVOICED];
    expect((await prepared(both)).sales).to.have.length(2);
    // The file of payments says that they are one.
    expect((await prepared(both, PAYMENTS)).sales).to.have.length(1);
  });

  it("keeps the id that it was told under first", async () => {
    const [session, invoice, link] = [
      anEvent("checkout.session.completed", SESSION),
      INVOICED,
      LINKED,
    ];
    const ids = async (...events: object[]) => (await prepared(events)).sales.map(({ id }) => id);
    expect(await ids(session)).to.deep.equal(["pi_1"]);
    expect(await ids(session, invoice, link)).to.deep.equal(["pi_1"]);
    expect(await ids(invoice, session, link)).to.deep.equal(["in_1"]);
  });
});
