import { expect } from "chai";
import type { Inputs } from "../../scripts/ingest/facts/Inputs.ts";
import { NO_MAPPING } from "../../scripts/ingest/mapping/Mapping.ts";
import { prepareInputs } from "../../scripts/ingest/prepare/prepareInputs.ts";
import { readInputs } from "../../scripts/ingest/readInputs.ts";
import { NO_RULES } from "../../scripts/ingest/rules/Rules.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const HEADER =
  "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Reference Txn ID,Invoice Number,Custom Number,Item Title,Item ID,Sales Tax,Balance Impact".split(
    ",",
  );

type Fields = Readonly<Record<string, string>>;

/** A payment of 1,249.00 EUR, as an account in English writes it. */
const PAYMENT: Fields = {
  Date: "31/01/2026",
  Time: "23:30:00",
  TimeZone: "CET",
  Name: "Jo Public",
  Type: "Express Checkout Payment",
  Status: "Completed",
  Currency: "EUR",
  Gross: "1,249.00",
  Fee: "-36.57",
  Net: "1,212.43",
  "From Email Address": "Jo@Example.com",
  "To Email Address": "shop@example.com",
  "Transaction ID": "7AB",
  "Custom Number": "visitor-1",
  "Balance Impact": "Credit",
};

const REFUND: Fields = {
  ...PAYMENT,
  Type: "Payment Refund",
  Gross: "-249.00",
  Fee: "7.29",
  "Transaction ID": "9CD",
  "Reference Txn ID": "7AB",
  Time: "23:45:00",
  "Balance Impact": "Debit",
};

describe("PayPal's activity", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const write = (
    rows: readonly Fields[],
    { delimiter = ",", header = HEADER, ending = "CSV" } = {},
  ) => {
    number += 1;
    const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))].map(
      (fields) => fields.map((field) => `"${field}"`).join(delimiter),
    );
    return folder.write(`Download-${number}.${ending}`, `\uFEFF${lines.join("\r\n")}\r\n`);
  };

  const readFiles = (paths: readonly string[], customers = ["client_reference_id", "customer"]) =>
    readInputs({ paths, keep: { customers, metadata: [] }, zone: "UTC", onFile: () => undefined });

  const read = async (...rows: readonly Fields[]): Promise<Inputs> =>
    readFiles([await write(rows)]);

  const whyNot = async (...rows: readonly Fields[]) => {
    const { sales, refunds, setAside } = await read(...rows);
    return {
      told: [...sales.map(({ id }) => id), ...refunds.map(({ id }) => id)],
      setAside: setAside.map(({ id, verdict, rule }) => `${id} ${verdict} ${rule}`),
    };
  };

  it("is known by its columns, and its completed payments are sales", async () => {
    const file = await write([
      {
        ...PAYMENT,
        "Item Title": "Pro",
        "Item ID": "sku-1",
        "Invoice Number": "R-7",
        "Sales Tax": "199.42",
      },
    ]);
    const seen: string[] = [];
    const inputs = await readInputs({
      paths: [file],
      keep: { customers: ["client_reference_id", "email"], metadata: [] },
      zone: "Asia/Tokyo",
      onFile: (_, what) => seen.push(what),
    });
    expect(seen).to.deep.equal(["PayPal's activity"]);
    expect(inputs.setAside).to.deep.equal([]);
    expect(inputs.sales).to.deep.equal([
      {
        id: "7AB",
        same: ["7AB"],
        customers: ["visitor-1", "jo@example.com"],
        kind: "initial",
        amount: 124_900n,
        tax: 19_942n,
        shipping: 0n,
        decimals: 2,
        currency: "EUR",
        occurredAt: Date.UTC(2026, 0, 31, 22, 30) / 1_000,
        product: "sku-1",
        codes: [],
        attributes: {
          type: "Express Checkout Payment",
          invoice: "R-7",
          custom: "visitor-1",
          item: "Pro",
          fee: "36.57",
        },
        credits: "",
        source: "payments",
        from: `Download-${number}.CSV, line 2`,
      },
    ]);
  });

  it("reads tabs as well, and a folder of downloads", async () => {
    const { sales } = await readFiles([await write([PAYMENT], { delimiter: "\t", ending: "txt" })]);
    expect(sales).to.have.length(1);
    const inner = await openFolder();
    try {
      const tabs = await write([{ ...PAYMENT, "Transaction ID": "7AC" }], { delimiter: "\t" });
      const { readFile } = await import("node:fs/promises");
      await inner.write("a.tab", await readFile(tabs, "utf8"));
      await inner.write("B.CSV", await readFile(await write([PAYMENT]), "utf8"));
      const both = await readFiles([inner.path("")]);
      expect(both.sales.map(({ id }) => id)).to.have.members(["7AB", "7AC"]);
    } finally {
      await inner.remove();
    }
  });

  describe("amounts", () => {
    for (const [gross, fee, cents] of [
      ["1,249.00", "-36.57", 124_900n],
      ["1.249,00", "-36,57", 124_900n],
      ["1 249,00", "-36,57", 124_900n],
      ["1\u202f249,00", "-36,57", 124_900n],
      ["1’249.00", "-36.57", 124_900n],
      ["12,345,678.90", "-0.01", 1_234_567_890n],
      ["1249.00", "−36.57", 124_900n],
      ["1,249", "", 124_900n],
      ["1.249", "-36,57", 124_900n],
      ["0.5", "0.00", 50n],
    ] as const) {
      it(`are read by the marks that the file uses: ${gross}`, async () => {
        const { sales } = await read({ ...PAYMENT, Gross: gross, Fee: fee, Net: "" });
        expect(sales[0]?.amount).to.equal(cents);
      });
    }

    for (const [gross, fee] of [
      ["1.249,00", "-36.57"],
      ["1,2,49.00", "-36.57"],
      ["12,49.00", "-36.57"],
      ["1.249", "-36.57"],
      ["EUR 5.00", "-36.57"],
      ["--5.00", "-36.57"],
    ] as const) {
      it(`are refused where they are none, or the file uses both marks: ${gross}`, async () => {
        const error = await refusal(read({ ...PAYMENT, Gross: gross, Fee: fee, Net: "" }));
        expect(error.message).to.match(/line 2.*(Gross|Fee)/);
      });
    }
  });

  describe("times", () => {
    const timeOf = async (fields: Fields, ...others: Fields[]) => {
      const { sales } = await read({ ...PAYMENT, ...fields }, ...others);
      return new Date((sales.find(({ id }) => id === "7AB")?.occurredAt ?? 0) * 1_000)
        .toISOString()
        .slice(0, 19);
    };

    for (const [fields, time] of [
      [{ TimeZone: "CET" }, "2026-01-31T22:30:00"],
      [{ TimeZone: "CEST", Date: "31/07/2026" }, "2026-07-31T21:30:00"],
      [{ TimeZone: "GMT" }, "2026-01-31T23:30:00"],
      [{ TimeZone: "BST", Date: "31/07/2026" }, "2026-07-31T22:30:00"],
      [{ TimeZone: "PST", Date: "01/31/2026" }, "2026-02-01T07:30:00"],
      [{ TimeZone: "PDT", Date: "7/31/2026" }, "2026-08-01T06:30:00"],
      [{ TimeZone: "GMT+08:00" }, "2026-01-31T15:30:00"],
      [{ TimeZone: "UTC-3" }, "2026-02-01T02:30:00"],
      [{ TimeZone: "Europe/Berlin", Date: "31/07/2026" }, "2026-07-31T21:30:00"],
      [{ TimeZone: "America/New_York", Date: "07/31/2026" }, "2026-08-01T03:30:00"],
      [{ Date: "31.01.2026" }, "2026-01-31T22:30:00"],
      [{ Date: "2026-01-31", Time: "9:05:00" }, "2026-01-31T08:05:00"],
    ] as const) {
      it(`are UTC by the zone beside them: ${JSON.stringify(fields)}`, async () => {
        expect(await timeOf(fields)).to.equal(time);
      });
    }

    const LATER = { ...PAYMENT, "Transaction ID": "8" };
    for (const [what, fields, others, time] of [
      [
        "another row's day",
        { Date: "02/01/2026", TimeZone: "UTC" },
        [{ ...LATER, Date: "13/01/2026" }],
        "2026-01-02T23:30:00",
      ],
      [
        "another row's month",
        { Date: "02/01/2026", TimeZone: "UTC" },
        [{ ...LATER, Date: "01/13/2026" }],
        "2026-02-01T23:30:00",
      ],
      [
        "a decimal comma",
        { Date: "02/01/2026", TimeZone: "UTC", Gross: "5,00", Fee: "", Net: "" },
        [],
        "2026-01-02T23:30:00",
      ],
      ["a European zone", { Date: "02/01/2026", TimeZone: "CET" }, [], "2026-01-02T22:30:00"],
      ["an American zone", { Date: "02/01/2026", TimeZone: "EST" }, [], "2026-02-02T04:30:00"],
    ] as const) {
      it(`tell day and month apart by ${what}`, async () => {
        expect(await timeOf(fields, ...others)).to.equal(time);
      });
    }

    for (const [fields, found] of [
      [{ Date: "02/01/2026", TimeZone: "UTC" }, "after the 12th"],
      [{ TimeZone: "IST" }, 'found "IST"'],
      [{ TimeZone: "" }, "found nothing"],
      [{ TimeZone: "Mars/Olympus" }, 'found "Mars/Olympus"'],
      [{ TimeZone: "GMT+15" }, 'found "GMT+15"'],
      [{ Date: "31/02/2026" }, "of a day that exists"],
      [{ Date: "Jan 31, 2026" }, "31.01.2026 or 2026-01-31"],
      [{ Time: "11:30:00 PM" }, "23:59:59"],
    ] as const) {
      it(`are refused where nobody can tell: ${JSON.stringify(fields)}`, async () => {
        expect((await refusal(read({ ...PAYMENT, ...fields }))).message).to.include(found);
      });
    }

    it("are refused where some rows have the day first and some the month", async () => {
      const error = await refusal(read(PAYMENT, { ...LATER, Date: "01/31/2026" }));
      expect(error.message).to.include("line 3");
    });
  });

  describe("what went back", () => {
    for (const [type, reason] of [
      ["Payment Refund", "refund"],
      ["Refund", "refund"],
      ["Payment Reversal", "Payment Reversal"],
      ["Chargeback", "Chargeback"],
    ] as const) {
      it(`is a refund of the payment that it names: ${type}`, async () => {
        // Downloads may begin with the latest.
        const { refunds, setAside } = await read({ ...REFUND, Type: type }, PAYMENT);
        expect(setAside).to.deep.equal([]);
        expect(refunds).to.deep.equal([
          {
            id: "9CD",
            saleId: "7AB",
            amount: 24_900n,
            decimals: 2,
            reason,
            occurredAt: Date.UTC(2026, 0, 31, 22, 45) / 1_000,
            source: "payments",
            from: `Download-${number}.CSV, line 2`,
          },
        ]);
      });
    }

    const BACK = {
      ...REFUND,
      "Transaction ID": "9EF",
      Type: "Chargeback Reversal",
      Gross: "249.00",
      Time: "23:50:00",
    };
    for (const [what, names] of [
      ["the payment", "7AB"],
      ["the chargeback", "9CD"],
    ]) {
      it(`is none once a chargeback is won, by ${what}`, async () => {
        const won = { ...BACK, "Reference Txn ID": names ?? "" };
        expect(await whyNot(PAYMENT, { ...REFUND, Type: "Chargeback" }, won)).to.deep.equal({
          told: ["7AB"],
          setAside: ["9CD exclude (dispute won)", "9EF exclude (dispute won)"],
        });
      });
    }

    it("is undone only by the same amount", async () => {
      const part = { ...BACK, Gross: "100.00" };
      expect(await whyNot(PAYMENT, { ...REFUND, Type: "Chargeback" }, part)).to.deep.equal({
        told: ["7AB", "9CD"],
        setAside: ["9EF review (no sale)"],
      });
    });

    for (const [what, fields, found] of [
      ["names no payment", { "Reference Txn ID": "" }, "9CD review (no sale)"],
      ["is in another currency", { Currency: "USD" }, "9CD review (currency)"],
      ["is pending", { Status: "Pending" }, "9CD review (refund pending)"],
      ["was denied", { Status: "Denied" }, "9CD exclude (not paid)"],
      ["is of what was paid out", { Gross: "249.00" }, "9CD exclude (no payment)"],
    ] as const) {
      it(`is set aside where it ${what}`, async () => {
        const { told, setAside } = await whyNot(PAYMENT, { ...REFUND, ...fields });
        expect(told).to.deep.equal(["7AB"]);
        expect(setAside).to.deep.equal([found]);
      });
    }

    it("waits for a sale that is in no file", async () => {
      const prepared = prepareInputs(await read(REFUND), {
        ...{ mapping: NO_MAPPING, rules: NO_RULES, skew: 0 },
      });
      expect(prepared.refunds).to.deep.equal([]);
      expect(prepared.setAside.map(({ rule }) => rule)).to.deep.equal(["(no sale)"]);
    });
  });

  describe("disputes", () => {
    const HOLD = {
      ...REFUND,
      "Transaction ID": "9H",
      Type: "Hold on Balance for Dispute Investigation",
    };
    const LIFTED = {
      ...HOLD,
      "Transaction ID": "9L",
      Type: "Cancellation of Hold for Dispute Resolution",
      Gross: "249.00",
      Time: "23:55:00",
    };

    it("are open while PayPal holds the money", async () => {
      const { disputed, sales, refunds } = await read(PAYMENT, { ...HOLD, Status: "Placed" });
      expect([...disputed]).to.deep.equal(["7AB"]);
      expect([sales.length, refunds.length]).to.deep.equal([1, 0]);
    });

    it("are over once the hold is lifted", async () => {
      expect([...(await read(PAYMENT, HOLD, LIFTED)).disputed]).to.deep.equal([]);
    });
  });

  describe("other rows", () => {
    for (const [type, gross, verdict] of [
      ["General Currency Conversion", "-1,249.00", "exclude (no payment)"],
      ["User Initiated Withdrawal", "-1,249.00", "exclude (no payment)"],
      ["General Withdrawal", "-1,249.00", "exclude (no payment)"],
      ["Account Hold for Open Authorization", "-1,249.00", "exclude (no payment)"],
      ["Payment Review Hold", "-1,249.00", "exclude (no payment)"],
      ["Reversal of General Account Hold", "1,249.00", "exclude (no payment)"],
      ["General Authorization", "1,249.00", "exclude (no payment)"],
      ["Bank Deposit to PP Account", "1,249.00", "exclude (no payment)"],
      ["Chargeback Fee", "-16.00", "exclude (no payment)"],
      ["Payment Fee Refund", "16.00", "exclude (no payment)"],
      ["Mass Pay Payment", "-16.00", "exclude (no payment)"],
      ["Shopping Cart Item", "16.00", "exclude (no payment)"],
      ["Express Checkout Payment", "-16.00", "exclude (no payment)"],
      ["Moon Loan", "16.00", "review (unknown type)"],
      ["Moon Loan", "-16.00", "review (unknown type)"],
      ["Allgemeine Zahlung", "16.00", "review (unknown type)"],
      ["Moon Loan", "0.00", "exclude (no payment)"],
    ] as const) {
      it(`are set aside: ${type} of ${gross}`, async () => {
        const other = { ...PAYMENT, Type: type, Gross: gross };
        expect(await whyNot(other)).to.deep.equal({ told: [], setAside: [`7AB ${verdict}`] });
      });
    }

    for (const [status, verdict] of [
      ["Pending", "exclude (not paid)"],
      ["Denied", "exclude (not paid)"],
      ["Expired", "exclude (not paid)"],
      ["Held", "review (unknown status)"],
    ] as const) {
      it(`are set aside: a payment that is ${status}`, async () => {
        const setAside = [`7AB ${verdict}`];
        expect(await whyNot({ ...PAYMENT, Status: status })).to.deep.equal({ told: [], setAside });
      });
    }

    for (const status of ["Refunded", "Partially Refunded", "Reversed", "Cleared"]) {
      it(`are sales though their status says what became of them: ${status}`, async () => {
        const { told } = await whyNot({ ...PAYMENT, Status: status });
        expect(told).to.deep.equal(["7AB"]);
      });
    }

    for (const type of [
      "General Payment",
      "Website Payment",
      "Mobile Payment",
      "Subscription Payment",
      "PreApproved Payment Bill User Payment",
      "Web Accept Payment Received",
      "Express Checkout Payment Received",
      "Recurring Payment Received",
      "Donation Payment",
      "Payment Received",
    ]) {
      it(`are sales: ${type}`, async () => {
        expect((await whyNot({ ...PAYMENT, Type: type })).told).to.deep.equal(["7AB"]);
      });
    }

    it("are passed over where they are memos, with the reason", async () => {
      const { sales, setAside } = await read({ ...PAYMENT, "Balance Impact": "Memo" });
      expect(sales).to.deep.equal([]);
      expect(setAside).to.deep.include.members([
        {
          verdict: "exclude",
          what: "line",
          id: "7AB",
          customer: "visitor-1",
          kind: "",
          amount: "1249",
          currency: "EUR",
          occurredAt: Date.UTC(2026, 0, 31, 22, 30) / 1_000,
          product: "",
          from: `Download-${number}.CSV, line 2`,
          rule: "(no payment)",
          reason: 'it is "Express Checkout Payment", a memo that moves no money',
        },
      ]);
    });
  });

  it("told by two downloads counts once, whichever comes first", async () => {
    const early = await write([PAYMENT, { ...PAYMENT, "Transaction ID": "8" }]);
    const late = await write([{ ...PAYMENT, Status: "Partially Refunded" }, REFUND]);
    for (const paths of [
      [early, late],
      [late, early],
    ]) {
      const prepared = prepareInputs(await readFiles(paths), {
        ...{ mapping: NO_MAPPING, rules: NO_RULES, skew: 0 },
      });
      expect(prepared.sales.map(({ id }) => id)).to.deep.equal(["7AB", "8"]);
      expect(prepared.refunds.map(({ id, amount }) => [id, amount])).to.deep.equal([
        ["9CD", 24_900n],
      ]);
      expect(prepared.setAside).to.deep.equal([]);
    }
  });

  it("is refused where a column is missing that it cannot do without", async () => {
    const header = HEADER.filter((name) => name !== "Status");
    const error = await refusal(readFiles([await write([PAYMENT], { header })]));
    expect(error.message).to.include("Status");
  });
});
