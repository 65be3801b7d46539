import { expect } from "chai";
import { parseTimeIn } from "../../core/text/parseTimeIn.ts";
import type { Inputs } from "../../scripts/ingest/facts/Inputs.ts";
import { readInputs } from "../../scripts/ingest/readInputs.ts";
import { parseStripeAmount } from "../../scripts/ingest/sources/stripe/parseStripeAmount.ts";
import { decimalsAtStripe } from "../../scripts/ingest/stripe/decimalsAtStripe.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const PAYMENTS_HEADER =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Description,Fee,Mode,PaymentIntent ID,Refunded date (UTC),Status,Customer ID,Customer Email,Disputed Amount,Dispute Date (UTC),Dispute Reason,Dispute Status,Invoice ID,Checkout Session ID,plan (metadata)";

const HISTORY_HEADER =
  "id,Type,Source,Amount,Fee,Destination Platform Fee,Destination Platform Fee Currency,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Facing Amount,Customer Facing Currency,Transfer,Transfer Date (UTC),Transfer Group,plan (metadata)";

const REPORT_HEADER =
  "balance_transaction_id,created_utc,created,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,customer_facing_amount,customer_facing_currency,customer_id,customer_email,charge_id,payment_intent_id,invoice_id,subscription_id,payment_metadata[plan]";

/** A line with some fields of a header. */
function line(header: string, fields: Readonly<Record<string, string>>): string {
  const names = header.split(",");
  for (const name of Object.keys(fields)) expect(names, name).to.include(name);
  return names.map((name) => fields[name] ?? "").join(",");
}

const payment = (fields: Readonly<Record<string, string>>) =>
  line(PAYMENTS_HEADER, {
    id: "ch_1",
    "Created date (UTC)": "2026-01-31 23:30:00",
    Amount: "119.00",
    "Amount Refunded": "0.00",
    Currency: "eur",
    Captured: "true",
    Mode: "Live",
    Status: "Paid",
    "PaymentIntent ID": "pi_1",
    "Customer ID": "cus_1",
    "Customer Email": "Jo@Example.com",
    ...fields,
  });

describe("Stripe's exports", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const read = async (
    header: string,
    lines: readonly string[],
    options: { readonly zone?: string; readonly customers?: readonly string[] } = {},
  ): Promise<Inputs> => {
    number += 1;
    const file = await folder.write(`export-${number}.csv`, [header, ...lines, ""].join("\n"));
    return readInputs({
      paths: [file],
      keep: { customers: options.customers ?? ["customer"], metadata: [] },
      zone: options.zone ?? "UTC",
      onFile: () => undefined,
    });
  };
  const utc = (text: string) => Date.parse(text) / 1_000;

  describe("payments", () => {
    it("become sales under the id that the endpoint would give them", async () => {
      const { sales } = await read(PAYMENTS_HEADER, [
        payment({ "plan (metadata)": "pro" }),
        payment({
          id: "ch_2",
          "PaymentIntent ID": "pi_2",
          "Invoice ID": "in_2",
          Description: "Subscription update",
        }),
        payment({ id: "py_3", "PaymentIntent ID": "", Description: "Subscription creation" }),
      ]);
      expect(sales.map(({ id, kind }) => [id, kind])).to.deep.equal([
        ["pi_1", "initial"],
        ["in_2", "renewal"],
        ["py_3", "initial"],
      ]);
      expect(sales[0]).to.deep.include({
        same: ["pi_1", "ch_1"],
        amount: 11_900n,
        decimals: 2,
        currency: "EUR",
        customers: ["cus_1"],
        occurredAt: utc("2026-01-31T23:30:00Z"),
        attributes: { "metadata.plan": "pro" },
      });
    });

    it("keep the e-mail address only where the mapping asks for it", async () => {
      const lines = [payment({})];
      const asked = await read(PAYMENTS_HEADER, lines, { customers: ["email", "customer"] });
      expect(asked.sales[0]?.customers).to.deep.equal(["jo@example.com", "cus_1"]);
      const without = await read(PAYMENTS_HEADER, lines);
      expect(JSON.stringify(without.sales, (_, value) => String(value))).not.to.match(/example/i);
    });

    it("that were not paid are left out, each with the reason", async () => {
      const { sales, setAside } = await read(PAYMENTS_HEADER, [
        payment({ Status: "Failed" }),
        payment({ Status: "requires_payment_method" }),
        payment({ Captured: "false" }),
        payment({ Mode: "Test" }),
        payment({ Amount: "0.00" }),
      ]);
      expect(sales).to.deep.equal([]);
      expect(setAside.map(({ rule, reason }) => [rule, reason])).to.deep.equal([
        ["(not paid)", "the status is Failed"],
        ["(not paid)", "the status is requires_payment_method"],
        ["(not paid)", "it was not captured"],
        ["(not paid)", "it was made in test mode"],
        ["(not paid)", "nothing was paid"],
      ]);
      expect(setAside[3]?.from).to.match(/^export-\d+\.csv, line 5$/);
    });

    it("tell what was refunded, in part and whole", async () => {
      const { refunds } = await read(PAYMENTS_HEADER, [
        payment({ "Amount Refunded": "20.50", "Refunded date (UTC)": "2026-02-03 10:00:00" }),
        payment({
          id: "ch_2",
          "PaymentIntent ID": "pi_2",
          Status: "Refunded",
          "Amount Refunded": "119.00",
        }),
      ]);
      expect(refunds.map(({ id, saleId, amount }) => [id, saleId, amount])).to.deep.equal([
        ["ch_1@2050", "ch_1", 2_050n],
        ["ch_2@11900", "ch_2", 11_900n],
      ]);
      expect(refunds[0]?.occurredAt).to.equal(utc("2026-02-03T10:00:00Z"));
    });

    it("tell disputes: lost is refunded, open is disputed, won stands", async () => {
      const { refunds, disputed } = await read(PAYMENTS_HEADER, [
        payment({
          "Dispute Status": "Lost",
          "Disputed Amount": "119.00",
          "Dispute Reason": "fraudulent",
          "Dispute Date (UTC)": "2026-02-01 00:00:00",
        }),
        payment({
          id: "ch_2",
          "PaymentIntent ID": "pi_2",
          "Dispute Status": "Needs response",
          "Disputed Amount": "119.00",
        }),
        payment({
          id: "ch_3",
          "PaymentIntent ID": "pi_3",
          "Dispute Status": "Won",
          "Disputed Amount": "119.00",
        }),
      ]);
      expect(refunds.map(({ id, amount, reason }) => [id, amount, reason])).to.deep.equal([
        ["ch_1@dispute", 11_900n, "dispute lost: fraudulent"],
      ]);
      expect([...disputed]).to.deep.equal(["pi_2"]);
    });

    it("wait where a lost dispute does not say what it took", async () => {
      const { refunds, doubts } = await read(PAYMENTS_HEADER, [
        payment({ "Dispute Status": "Lost" }),
        payment({ id: "ch_2", "PaymentIntent ID": "pi_2", "Dispute Status": "Won" }),
      ]);
      expect(refunds.filter(({ amount }) => amount > 0n)).to.deep.equal([]);
      expect(doubts.map(({ saleId, rule }) => [saleId, rule])).to.deep.equal([
        ["pi_1", "(dispute lost)"],
      ]);
    });

    it("want a review where nobody knows whether they were paid", async () => {
      const { sales, setAside } = await read(PAYMENTS_HEADER, [
        payment({ Status: "Refund pending" }),
        payment({ Status: "Early fraud warning" }),
      ]);
      expect(sales).to.deep.equal([]);
      expect(setAside.map(({ verdict, rule }) => [verdict, rule])).to.deep.equal([
        ["review", "(unknown status)"],
        ["review", "(unknown status)"],
      ]);
    });

    it("say where an amount or a time cannot be read", async () => {
      for (const [fields, column] of [
        [{ Amount: "much" }, "Amount"],
        [{ "Created date (UTC)": "31/01/2026" }, "Created date (UTC)"],
        [{ "Created date (UTC)": "" }, "Created date (UTC)"],
        [{ Amount: "500.50", Currency: "jpy" }, "Amount"],
      ] as const) {
        const error = await refusal(read(PAYMENTS_HEADER, [payment({}), payment(fields)]));
        expect(error.message).to.include(`line 3, column ${column}`);
      }
    });
  });

  describe("the Dashboard's balance history", () => {
    const history = (fields: Readonly<Record<string, string>>) =>
      line(HISTORY_HEADER, {
        id: "txn_1",
        Type: "charge",
        Source: "ch_1",
        Amount: "119.00",
        Fee: "3.75",
        Net: "115.25",
        Currency: "eur",
        "Created (UTC)": "2026-01-31 23:30",
        ...fields,
      });

    it("tells sales, refunds of a charge and what is neither", async () => {
      const { sales, refunds, setAside } = await read(HISTORY_HEADER, [
        history({ id: "txn_4", Type: "payout", Source: "po_1", Amount: "-100.00" }),
        history({
          id: "txn_3",
          Type: "refund",
          Source: "re_1",
          Amount: "-19.00",
          "Created (UTC)": "2026-02-02 08:00",
        }),
        history({
          id: "txn_2",
          Type: "refund",
          Source: "ch_1",
          Amount: "-20.00",
          "Created (UTC)": "2026-02-01 08:00",
        }),
        history({ "Customer Facing Amount": "130.00", "Customer Facing Currency": "usd" }),
      ]);
      expect(sales.map(({ id, amount, currency }) => [id, amount, currency])).to.deep.equal([
        ["ch_1", 13_000n, "USD"],
      ]);
      expect(refunds.map(({ id, saleId, amount }) => [id, saleId, amount])).to.deep.equal([
        ["txn_2", "ch_1", 2_000n],
      ]);
      expect(setAside.map(({ id, verdict, rule }) => [id, verdict, rule])).to.deep.equal([
        ["po_1", "exclude", "(no payment)"],
        ["re_1", "review", "(no sale)"],
      ]);
    });

    it("tells disputes by their descriptions, and takes a won one back", async () => {
      const of = (id: string, what: string, charge: string, day: string) =>
        history({
          ...{ id: `txn_${id}`, Type: "adjustment", Source: `dp_${id}` },
          ...{ Amount: "-119.00", Description: `Chargeback ${what} for ${charge}` },
          "Created (UTC)": `2026-02-${day} 08:00`,
        });
      const { setAside, disputed, refunds } = await read(HISTORY_HEADER, [
        of("3", "reversal", "ch_1", "20"),
        of("2", "withdrawal", "ch_2", "10"),
        of("1", "withdrawal", "ch_1", "10"),
      ]);
      expect(refunds).to.deep.equal([]);
      expect(setAside.map(({ id, verdict, rule }) => [id, verdict, rule])).to.have.deep.members([
        ["dp_1", "exclude", "(dispute won)"],
        ["dp_3", "exclude", "(dispute won)"],
        ["dp_2", "review", "(dispute)"],
      ]);
      expect([...disputed]).to.deep.equal(["ch_2"]);
    });
  });

  describe("the itemized balance report", () => {
    const report = (fields: Readonly<Record<string, string>>) =>
      line(REPORT_HEADER, {
        balance_transaction_id: "txn_1",
        created_utc: "2026-01-31 23:30:00",
        created: "2026-02-01 00:30:00",
        currency: "eur",
        gross: "119.00",
        reporting_category: "charge",
        source_id: "ch_1",
        customer_id: "cus_1",
        charge_id: "ch_1",
        payment_intent_id: "pi_1",
        ...fields,
      });

    it("tells which sale each refund is of", async () => {
      const { sales, refunds } = await read(REPORT_HEADER, [
        report({ "payment_metadata[plan]": "pro" }),
        report({
          source_id: "ch_2",
          charge_id: "ch_2",
          payment_intent_id: "pi_2",
          invoice_id: "in_2",
        }),
        report({ reporting_category: "refund", source_id: "re_1", gross: "-20.00" }),
      ]);
      expect(sales.map(({ id }) => id)).to.deep.equal(["pi_1", "in_2"]);
      expect(sales[0]?.attributes).to.deep.equal({ "metadata.plan": "pro" });
      expect(sales[0]?.occurredAt).to.equal(utc("2026-01-31T23:30:00Z"));
      expect(refunds.map(({ id, saleId, amount }) => [id, saleId, amount])).to.deep.equal([
        ["re_1", "pi_1", 2_000n],
      ]);
    });

    it("takes a refund that failed back", async () => {
      const { refunds, setAside } = await read(REPORT_HEADER, [
        report({
          reporting_category: "refund",
          source_id: "re_1",
          gross: "-20.00",
          created_utc: "2026-02-01 08:00:00",
        }),
        report({
          reporting_category: "refund",
          source_id: "re_2",
          gross: "-30.00",
          created_utc: "2026-02-01 09:00:00",
        }),
        report({
          reporting_category: "refund_failure",
          source_id: "re_1",
          gross: "20.00",
          created_utc: "2026-02-04 08:00:00",
        }),
      ]);
      expect(refunds.map(({ id }) => id)).to.deep.equal(["re_2"]);
      expect(setAside.map(({ rule }) => rule)).to.deep.equal([
        "(refund failed)",
        "(refund failed)",
      ]);
    });

    it("without the column in UTC is read in the account's zone", async () => {
      const header = REPORT_HEADER.replace("created_utc,", "");
      const line = report({ created: "2026-07-01 00:30:00" })
        .split(",")
        .filter((_, index) => index !== 1)
        .join(",");
      const { sales } = await read(header, [line], { zone: "Europe/Berlin" });
      expect(sales[0]?.occurredAt).to.equal(utc("2026-06-30T22:30:00Z"));
    });
  });

  it("have a zone in the name of their column, or the account's", async () => {
    for (const [name, zone, expected] of [
      ["Created (America/New_York)", "UTC", "2026-02-01T04:30:00Z"],
      ["Created", "Asia/Kolkata", "2026-01-31T18:00:00Z"],
      ["Created (UTC)", "Asia/Kolkata", "2026-01-31T23:30:00Z"],
    ] as const) {
      const header = PAYMENTS_HEADER.replace("Created date (UTC)", name);
      const { sales } = await read(header, [payment({})], { zone });
      expect(sales[0]?.occurredAt, name).to.equal(utc(expected));
    }
  });

  describe("amounts", () => {
    it("count in the currency's smallest unit", () => {
      expect(decimalsAtStripe("JPY")).to.equal(0);
      expect(decimalsAtStripe("kwd")).to.equal(3);
      expect(decimalsAtStripe("isk")).to.equal(2);
      expect(decimalsAtStripe("ugx")).to.equal(2);
      expect(decimalsAtStripe("usd")).to.equal(2);
    });

    for (const [text, decimals, amount] of [
      ["20.00", 2, 2_000n],
      ["20,00", 2, 2_000n],
      ["-249.00", 2, -24_900n],
      ["20", 2, 2_000n],
      ["500", 0, 500n],
      ["500.00", 0, 500n],
      ["5.124", 3, 5_124n],
      ["1,234", 2, undefined],
      ["1,234.50", 2, undefined],
      ["20.005", 2, undefined],
      ["", 2, undefined],
      ["$20", 2, undefined],
    ] as const) {
      it(`"${text}" with ${decimals} decimals is ${amount ?? "refused"}`, () => {
        expect(parseStripeAmount(text, decimals)).to.equal(amount);
      });
    }
  });

  describe("clocks of other zones", () => {
    for (const [text, zone, expected] of [
      ["2026-01-15 12:00", "Europe/Berlin", "2026-01-15T11:00:00Z"],
      ["2026-07-15 12:00", "Europe/Berlin", "2026-07-15T10:00:00Z"],
      // Shown twice: the first of them.
      ["2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
      // Never shown.
      ["2026-03-29 02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
      ["2026-11-01 01:30", "America/New_York", "2026-11-01T05:30:00Z"],
      ["2026-01-15 12:00", "Asia/Kathmandu", "2026-01-15T06:15:00Z"],
      ["2026-01-15T12:00:00+02:00", "Europe/Berlin", "2026-01-15T10:00:00Z"],
      ["2026-01-15", "Pacific/Auckland", "2026-01-14T11:00:00Z"],
    ] as const) {
      it(`${text} in ${zone} is ${expected}`, () => {
        expect(parseTimeIn(text, zone)).to.equal(utc(expected));
      });
    }
  });

  it("refuses a file that is none of those it knows", async () => {
    const error = await refusal(read("colour,size", ["red,1"]));
    expect(error.message).to.include("colour,size").and.include("Stripe's payments");
  });
});
