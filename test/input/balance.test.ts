import { expect } from "chai";
import { keptFieldsOf } from "../../scripts/ingest/mapping/keptFieldsOf.ts";
import { NO_MAPPING } from "../../scripts/ingest/mapping/Mapping.ts";
import { prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import { readInputs } from "../../scripts/ingest/readInputs.ts";
import { NO_RULES, type Rules } from "../../scripts/ingest/rules/Rules.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { ordersOf } from "./storeOf.ts";

const REPORT =
  "balance_transaction_id,created_utc,currency,gross,reporting_category,source_id,charge_id,payment_intent_id,invoice_id,customer_id";
const PAYMENTS =
  "id,Created date (UTC),Amount,Currency,Status,PaymentIntent ID,Invoice ID,Customer ID";
const REFUNDS = "refund_id,sale_id,amount,reason,occurred_at";

let serial = 0;

/** A row of the itemized report about the charge ch_1. */
function row(category: string, gross: string, second: string, source = "ch_1"): string {
  serial += 1;
  return `txn_${serial},2026-03-02 09:00:${second},usd,${gross},${category},${source},ch_1,pi_1,,cus_1`;
}

describe("A balance", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  /** Each file is a header and its lines. */
  const prepared = async (files: readonly (readonly string[])[], rules: Rules = NO_RULES) => {
    const paths: string[] = [];
    for (const [index, lines] of files.entries())
      paths.push(await folder.write(`balance-${index}.csv`, `${lines.join("\n")}\n`));
    const inputs = await readInputs({
      ...{ paths, keep: keptFieldsOf(NO_MAPPING), zone: "UTC", onFile: () => undefined },
    });
    const { sales, refunds, setAside } = prepareInputs(inputs, {
      ...{ mapping: NO_MAPPING, rules, skew: 0 },
    });
    return {
      sales: sales.map(({ id, amount, decimals }) => [id, amount / 10n ** BigInt(decimals)]),
      refunds: refunds.map(({ id, saleId, amount, decimals, reason }) => [
        ...[id, saleId, amount / 10n ** BigInt(decimals), reason],
      ]),
      rows: setAside.map(({ id, what, verdict, rule }) => [id, what, verdict, rule]),
      reasons: setAside.map(({ reason }) => reason),
    };
  };

  const CHARGE = row("charge", "180.00", "00");

  it("counts a charge for what was captured of it", async () => {
    const lines = [CHARGE, row("partial_capture_reversal", "-60.00", "05")];
    for (const order of ordersOf(lines))
      for (const files of [[[REPORT, ...order]], order.map((line) => [REPORT, line])]) {
        const { sales, refunds, rows } = await prepared(files);
        expect(sales).to.deep.equal([["pi_1", 120n]]);
        expect(refunds).to.deep.equal([]);
        expect(rows.map(([, what, verdict, rule]) => [what, verdict, rule])).to.deep.equal([
          ["line", "exclude", "(partial capture)"],
        ]);
      }
    const nothing = row("partial_capture_reversal", "-180.00", "05");
    expect((await prepared([[REPORT, CHARGE, nothing]])).sales).to.deep.equal([]);
  });

  it("asks for the charge of what was not captured, where it is in another file", async () => {
    const { sales, rows } = await prepared([
      [REPORT, row("partial_capture_reversal", "-60.00", "05")],
    ]);
    expect(sales).to.deep.equal([]);
    expect(rows.map(([, what, verdict]) => [what, verdict])).to.deep.equal([["refund", "review"]]);
  });

  it("takes a bank debit back that failed, to nothing", async () => {
    const lines = [CHARGE, row("charge_failure", "-180.00", "00")];
    for (const order of ordersOf(lines)) {
      const { sales, refunds } = await prepared([[REPORT, ...order]]);
      expect(sales).to.deep.equal([["pi_1", 180n]]);
      expect(refunds.map(([, sale, amount, reason]) => [sale, amount, reason])).to.deep.equal([
        ["pi_1", 180n, "payment failed"],
      ]);
    }
  });

  it("undoes what failed within one second and over files, in any order of lines", async () => {
    const lines = [
      CHARGE,
      row("refund", "-20.00", "30", "re_1"),
      row("refund", "-20.00", "30", "re_2"),
      row("refund_failure", "20.00", "30", "re_1"),
    ];
    for (const order of ordersOf(lines)) {
      for (const files of [[[REPORT, ...order]], order.map((line) => [REPORT, line])]) {
        const { sales, refunds } = await prepared(files);
        expect(sales).to.deep.equal([["pi_1", 180n]]);
        expect(refunds.map(([id]) => id)).to.deep.equal(["re_2"]);
      }
    }
    // A row in two overlapping files is one.
    const [charge = "", refund = "", , failed = ""] = lines;
    const overlapping = [
      [REPORT, charge, refund],
      [REPORT, charge, refund, failed],
    ];
    expect((await prepared(overlapping)).refunds).to.deep.equal([]);
    const alone = await prepared([[REPORT, failed]]);
    expect(alone.rows.map(([, , verdict]) => verdict)).to.deep.equal(["review"]);
  });

  describe("with a row of a category that nobody knows", () => {
    const other = row("other_adjustment", "-60.00", "30", "");
    const [otherId = ""] = other.split(",");
    const lines = [CHARGE, other];

    it("has its sale wait, and says how it is decided", async () => {
      for (const category of ["other_adjustment", "partial_refund_of_tomorrow", "constructor"]) {
        const { sales, refunds, rows, reasons } = await prepared([
          [REPORT, CHARGE, row(category, "-60.00", "30", "")],
        ]);
        expect([sales, refunds]).to.deep.equal([[], []]);
        expect(rows.map(([, what, verdict, rule]) => [what, verdict, rule])).to.deep.equal([
          ["sale", "review", "(unknown category)"],
          ["line", "review", "(unknown category)"],
        ]);
        expect(reasons[0]).to.include(category).and.include("rule").and.include("refunds file");
      }
    });

    it("wants a review where it names no charge, and what the account pays does not", async () => {
      const unnamed = (id: string, category: string) =>
        `${id},2026-03-02 09:00:40,usd,-60.00,${category},,,,,`;
      const { sales, rows } = await prepared([
        [REPORT, CHARGE, unnamed("txn_a", "other_adjustment"), unnamed("txn_b", "topup_reversal")],
      ]);
      expect(sales).to.deep.equal([["pi_1", 180n]]);
      expect(rows).to.deep.equal([
        ["txn_a", "line", "review", "(unknown category)"],
        ["txn_b", "line", "exclude", "(no payment)"],
      ]);
    });

    it("is decided by a rule about the sale or the doubt, by no other", async () => {
      const rule = (when: object) =>
        ({ rules: [{ name: "mine", when, verdict: "include" }] }) as Rules;
      for (const when of [{ sale: "pi_1" }, { attributes: { doubt: "(unknown category)" } }]) {
        const { sales, rows } = await prepared([[REPORT, ...lines]], rule(when));
        expect(sales).to.deep.equal([["pi_1", 180n]]);
        expect(rows.map(([, , verdict]) => verdict)).to.deep.equal(["exclude"]);
      }
      const { sales } = await prepared([[REPORT, ...lines]], rule({ currency: "USD" }));
      expect(sales).to.deep.equal([]);
    });

    it("stays in review where a rule wants one of the sale, and tells what is doubtful", async () => {
      for (const when of [{ currency: "USD" }, { sale: "pi_1" }]) {
        const rules = { rules: [{ name: "look", when, verdict: "review" }] } as const;
        const { sales, rows } = await prepared([[REPORT, ...lines]], rules);
        expect(sales).to.deep.equal([]);
        const rule = "sale" in when ? "look" : "(unknown category)";
        expect(rows.map(([, ...row]) => row)).to.deep.equal([
          ["sale", "review", rule],
          ["line", "review", "(unknown category)"],
        ]);
      }
    });

    it("is decided by a refunds file that has it, and no other refund", async () => {
      for (const refund of [`${otherId},ch_1,60,agreed,`, "mine,pi_1,60.00,agreed,"]) {
        const { sales, refunds, rows } = await prepared([
          [REPORT, ...lines],
          [REFUNDS, refund],
        ]);
        expect(sales).to.deep.equal([["pi_1", 180n]]);
        expect(refunds.map(([, sale, amount]) => [sale, amount])).to.deep.equal([["pi_1", 60n]]);
        expect(rows.map(([, , verdict]) => verdict)).to.deep.equal(["exclude"]);
      }
      const { sales } = await prepared([
        [REPORT, ...lines],
        [REFUNDS, "mine,pi_1,5,else,"],
      ]);
      expect(sales).to.deep.equal([]);
    });

    it("leaves costs and what names no charge out", async () => {
      const { sales, rows } = await prepared([
        [
          ...[REPORT, CHARGE, row("fee", "-2.00", "30", "")],
          "txn_p,2026-03-03 09:00:00,usd,-100.00,payout,po_1,,,,",
        ],
      ]);
      expect(sales).to.deep.equal([["pi_1", 180n]]);
      expect(rows.map(([, , verdict]) => verdict)).to.deep.equal(["exclude", "exclude"]);
    });

    it("has it wait in the Dashboard's history too, by its source or its description", async () => {
      const header = "id,Type,Source,Amount,Currency,Created (UTC),Description";
      const sold = "txn_1,charge,ch_1,100.00,usd,2026-03-02 09:00,";
      for (const line of [
        "txn_2,adjustment,ch_1,-10.00,usd,2026-03-03 09:00,",
        "txn_2,adjustment,,-10.00,usd,2026-03-03 09:00,Correction for ch_1",
      ]) {
        const { sales, rows } = await prepared([[header, line, sold]]);
        expect(sales).to.deep.equal([]);
        expect(rows.map(([, , verdict]) => verdict)).to.deep.equal(["review", "review"]);
      }
    });
  });

  it("adds several payments of one invoice, whichever files they are in", async () => {
    const half = (id: string, amount: string) =>
      `${id},2026-03-02 09:00:00,${amount},usd,Paid,pi_${id},in_1,cus_1`;
    const [first, second] = [half("ch_a", "60.00"), half("ch_b", "40.00")];
    for (const files of [
      [[PAYMENTS, first, second]],
      [
        [PAYMENTS, second],
        [PAYMENTS, first, second],
      ],
    ])
      expect((await prepared(files)).sales).to.deep.equal([["in_1", 100n]]);
    expect((await prepared([[PAYMENTS, first]])).sales).to.deep.equal([["in_1", 60n]]);
  });
});
