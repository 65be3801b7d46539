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

  const prepare = (inputs: Inputs) =>
    prepareInputs(inputs, { mapping: NO_MAPPING, rules: NO_RULES, skew: 0 });

  /** What comes of files that hold these rows each: sales, refunds and what is set aside. */
  const prepareFilesOf = async (...files: readonly (readonly Fields[])[]) => {
    const paths: string[] = [];
    for (const rows of files) paths.push(await write(rows));
    const inputs = await readFiles(paths);
    const prepared = prepare(inputs);
    return {
      sales: prepared.sales.map(({ id }) => id),
      refunds: prepared.refunds.map(({ id, amount }) => `${id} ${amount}`),
      setAside: prepared.setAside.map(({ id, verdict, rule }) => `${id} ${verdict} ${rule}`).sort(),
      disputed: [...inputs.disputed],
    };
  };

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
        shipping: undefined,
        fees: 3_657n,
        converted: undefined,
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
      [
        "another row's day, whatever the zone",
        { Date: "02/01/2026", TimeZone: "PST" },
        [{ ...LATER, Date: "13/01/2026", TimeZone: "PST" }],
        "2026-01-03T07:30:00",
      ],
      [
        "the day of a row that does not count",
        { Date: "02/01/2026", TimeZone: "UTC" },
        [{ ...LATER, Date: "13/01/2026", Type: "General Withdrawal" }],
        "2026-01-02T23:30:00",
      ],
    ] as const) {
      it(`tell day and month apart by ${what}`, async () => {
        expect(await timeOf(fields, ...others)).to.equal(time);
      });
    }

    for (const [fields, found] of [
      [{ Date: "02/01/2026", TimeZone: "UTC" }, "after the 12th"],
      [{ Date: "02/01/2026", TimeZone: "EST" }, "after the 12th"],
      [{ Date: "02/01/2026", TimeZone: "America/New_York" }, "after the 12th"],
      [{ Date: "02/01/2026", TimeZone: "CET" }, "after the 12th"],
      [{ TimeZone: "IST" }, 'found "IST"'],
      [{ TimeZone: "CST" }, "America/Chicago, Asia/Shanghai"],
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
            currency: "EUR",
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

    const CHARGEBACK: Fields = { ...REFUND, Type: "Chargeback" };
    for (const [what, fields, found] of [
      ["is denied", { Status: "Denied" }, "9EF exclude (not paid)"],
      ["is pending", { Status: "Pending" }, "9EF review (refund pending)"],
      ["has no status", { Status: "" }, "9EF review (unknown status)"],
      ["is a memo", { "Balance Impact": "Memo" }, "9EF exclude (no payment)"],
      ["is earlier", { Time: "23:40:00" }, "9EF review (no sale)"],
    ] as const) {
      it(`stays though there is a reversal, which ${what}`, async () => {
        expect(await whyNot(PAYMENT, CHARGEBACK, { ...BACK, ...fields })).to.deep.equal({
          told: ["7AB", "9CD"],
          setAside: [found],
        });
      });
    }

    for (const [what, fields, found] of [
      ["was denied", { Status: "Denied" }, "9CD exclude (not paid)"],
      ["is pending", { Status: "Pending" }, "9CD review (refund pending)"],
      ["is a memo", { "Balance Impact": "Memo" }, "9CD exclude (no payment)"],
    ] as const) {
      it(`is not undone where it ${what}`, async () => {
        const { told, setAside } = await whyNot(PAYMENT, { ...CHARGEBACK, ...fields }, BACK);
        expect(told).to.deep.equal(["7AB"]);
        expect(setAside).to.have.members([found, "9EF review (no sale)"]);
      });
    }

    it("is undone in the same second, in either order of rows", async () => {
      const soon = { ...BACK, Time: "23:45:00" };
      for (const rows of [
        [PAYMENT, CHARGEBACK, soon],
        [soon, CHARGEBACK, PAYMENT],
      ]) {
        const { told, setAside } = await whyNot(...rows);
        expect(told).to.deep.equal(["7AB"]);
        expect(setAside).to.have.members([
          "9CD exclude (dispute won)",
          "9EF exclude (dispute won)",
        ]);
      }
    });

    it("is the chargeback that its reversal names, of two that are alike", async () => {
      const second = { ...CHARGEBACK, "Transaction ID": "9CE", Time: "23:46:00" };
      const other = { ...BACK, "Transaction ID": "9EG", Time: "23:51:00" };
      const first = { ...BACK, "Reference Txn ID": "9CD" };
      expect((await whyNot(PAYMENT, CHARGEBACK, second, first)).told).to.deep.equal(["7AB", "9CE"]);
      const { told } = await whyNot(PAYMENT, CHARGEBACK, second, other, {
        ...first,
        Time: "23:59:00",
      });
      expect(told).to.deep.equal(["7AB"]);
    });

    it("and its reversal may be in other downloads, which overlap, repeat or have a row each", async () => {
      for (const files of [
        [
          [PAYMENT, CHARGEBACK],
          [PAYMENT, CHARGEBACK, BACK],
        ],
        [
          [PAYMENT, CHARGEBACK, BACK],
          [PAYMENT, CHARGEBACK],
        ],
        [
          [BACK, CHARGEBACK, PAYMENT],
          [BACK, CHARGEBACK, PAYMENT],
        ],
        [[BACK], [CHARGEBACK], [PAYMENT]],
        [[PAYMENT], [CHARGEBACK], [BACK]],
        [[CHARGEBACK], [BACK], [PAYMENT]],
      ]) {
        expect(await prepareFilesOf(...files)).to.deep.equal({
          sales: ["7AB"],
          refunds: [],
          setAside: ["9CD exclude (dispute won)", "9EF exclude (dispute won)"],
          disputed: [],
        });
      }
    });

    it("counts once it is no longer pending, whichever download comes first", async () => {
      const early = [PAYMENT, { ...CHARGEBACK, Status: "Pending" }];
      const late = [PAYMENT, CHARGEBACK];
      for (const files of [
        [early, late],
        [late, early],
      ]) {
        const { sales, refunds, setAside } = await prepareFilesOf(...files);
        expect([sales, refunds, setAside]).to.deep.equal([["7AB"], ["9CD 24900"], []]);
      }
    });

    it("wants a review where two downloads contradict each other", async () => {
      const denied = { ...CHARGEBACK, Status: "Denied" };
      const { refunds, setAside } = await prepareFilesOf([PAYMENT, CHARGEBACK], [denied]);
      expect([refunds, setAside]).to.deep.equal([[], ["9CD review (status)"]]);
    });

    it("wants a review in another currency than its sale, which may be in another file", async () => {
      const dollars = { ...REFUND, Currency: "USD" };
      const other = { ...REFUND, "Transaction ID": "9CE", Gross: "-100.00" };
      for (const files of [[[PAYMENT, dollars, other]], [[PAYMENT], [dollars, other]]]) {
        const { sales, refunds, setAside } = await prepareFilesOf(...files);
        expect([sales, refunds, setAside]).to.deep.equal([
          ["7AB"],
          ["9CE 10000"],
          ["9CD review (currency)"],
        ]);
      }
      const sales = await folder.write(
        "other-sales.csv",
        "sale_id,customer_id,kind,amount,currency,occurred_at,product\n7AB,C,initial,10,EUR,2026-01-31,\n",
      );
      const prepared = prepare(await readFiles([sales, await write([dollars])]));
      expect(prepared.refunds).to.deep.equal([]);
      expect(
        prepared.setAside.map(({ id, currency, rule, reason }) => ({ id, currency, rule, reason })),
      ).to.deep.equal([
        {
          ...{ id: "9CD", currency: "USD", rule: "(currency)" },
          reason: "it is in USD, and its sale 7AB in EUR; refund that part of it by a refunds file",
        },
      ]);
    });

    it("waits for a sale that is in no file", async () => {
      const prepared = prepare(await read(REFUND));
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

    it("are over once the hold is lifted, in this download or in another", async () => {
      expect([...(await read(PAYMENT, HOLD, LIFTED)).disputed]).to.deep.equal([]);
      for (const files of [
        [[PAYMENT, HOLD], [LIFTED]],
        [[LIFTED], [PAYMENT, HOLD]],
        [
          [PAYMENT, HOLD],
          [PAYMENT, HOLD, LIFTED],
        ],
        [[LIFTED, HOLD, PAYMENT], [HOLD]],
      ])
        expect((await prepareFilesOf(...files)).disputed).to.deep.equal([]);
    });

    for (const [fields, open] of [
      [{ Status: "Completed" }, true],
      [{ Status: "Active" }, true],
      [{ Status: "Removed" }, false],
      [{ Status: "Denied" }, false],
      [{ Status: "Canceled" }, false],
      [{ Status: "Pending" }, false],
      [{ "Balance Impact": "Memo" }, false],
    ] as const) {
      it(`are ${open ? "open" : "none"} by a hold with ${JSON.stringify(fields)}`, async () => {
        const { disputed } = await read(PAYMENT, { ...HOLD, ...fields });
        expect([...disputed]).to.deep.equal(open ? ["7AB"] : []);
      });
    }

    it("are over where a later download has the hold as removed", async () => {
      const placed = [PAYMENT, { ...HOLD, Status: "Placed" }];
      const removed = [{ ...HOLD, Status: "Removed" }];
      expect((await prepareFilesOf(placed, removed)).disputed).to.deep.equal([]);
      expect((await prepareFilesOf(removed, placed)).disputed).to.deep.equal([]);
      const completed = [{ ...HOLD, Status: "Completed" }];
      expect((await prepareFilesOf(placed, completed)).disputed).to.deep.equal(["7AB"]);
    });

    for (const [what, fields] of [
      ["is pending", { Status: "Pending" }],
      ["is a memo", { "Balance Impact": "Memo" }],
    ] as const) {
      it(`stay open where what lifts the hold ${what}`, async () => {
        const { disputed } = await read(PAYMENT, HOLD, { ...LIFTED, ...fields });
        expect([...disputed]).to.deep.equal(["7AB"]);
      });
    }
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

    it("stop nothing, whatever they have where amounts, dates and statuses are", async () => {
      const item = {
        ...{
          Date: "",
          Time: "",
          TimeZone: "",
          Status: "",
          Currency: "",
          Gross: "16,00",
          Fee: "...",
        },
        ...{ Type: "Shopping Cart Item", "Transaction ID": "" },
      };
      const memo = { ...item, Type: "Express Checkout Payment", "Balance Impact": "Memo" };
      const { sales, setAside } = await read(PAYMENT, item, memo, { ...item, Date: "31/31/2026" });
      expect(sales.map(({ id, amount }) => [id, amount])).to.deep.equal([["7AB", 124_900n]]);
      expect(setAside.map(({ verdict, rule, amount }) => [verdict, rule, amount])).to.deep.equal(
        Array(3).fill(["exclude", "(no payment)", "16,00"]),
      );
    });

    for (const [fields, found] of [
      [{ Status: "" }, "7AB review (unknown status)"],
      [{ Gross: "..." }, "7AB review (no amount)"],
      [{ Gross: "" }, "7AB review (no amount)"],
      [{ Type: "" }, "7AB review (unknown type)"],
    ] as const) {
      it(`want a review where they may count: ${JSON.stringify(fields)}`, async () => {
        const other = { ...PAYMENT, "Transaction ID": "8" };
        expect(await whyNot(other, { ...PAYMENT, ...fields })).to.deep.equal({
          told: ["8"],
          setAside: [found],
        });
      });
    }

    it("are sales though their fee is not told", async () => {
      const { sales } = await read({ ...PAYMENT, Fee: "...", Net: "..." });
      expect(
        sales.map(({ amount, tax, fees, attributes }) => [amount, tax, fees, attributes.fee]),
      ).to.deep.equal([[124_900n, 0n, undefined, undefined]]);
    });

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

    it("say which language the account should have, where nobody knows the status", async () => {
      const { setAside } = await read({ ...PAYMENT, Status: "Abgeschlossen" });
      expect(setAside[0]?.reason).to.include("Abgeschlossen").and.include("English");
    });

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

    it("are asked for in English where the columns are in another language", async () => {
      const file = await folder.write(
        "german.csv",
        "Date,Uhrzeit,Typ,Status,Währung,Brutto,Transaction ID\n31.01.2026,1,2,3,4,5,6\n",
      );
      expect((await refusal(readFiles([file]))).message)
        .to.include("PayPal's activity, the nearest, needs Gross as well")
        .and.include("whose language is English");
    });

    it("are not paid yet where they are pending, though their impact is a memo", async () => {
      const pending = { ...PAYMENT, Status: "Pending", "Balance Impact": "Memo" };
      const { sales, setAside } = await read(pending);
      expect(sales).to.deep.equal([]);
      expect(setAside).to.have.length(1);
      expect(setAside[0]).to.include({ rule: "(not paid)", reason: "the status is Pending" });
    });

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

  describe("currency conversions", () => {
    const DOLLARS = { ...PAYMENT, Currency: "USD", Gross: "100.00", Fee: "-4.00", Net: "96.00" };
    const CONVERSION = {
      ...PAYMENT,
      Type: "General Currency Conversion",
      "Reference Txn ID": "7AB",
    };
    const OUT = {
      ...CONVERSION,
      "Transaction ID": "C1",
      Currency: "USD",
      Gross: "-96.00",
      Fee: "0.00",
    };
    const IN = { ...CONVERSION, "Transaction ID": "C2", Gross: "86.40", Fee: "0.00" };
    const BACK = { ...REFUND, Currency: "USD", Gross: "-50.00", Fee: "" };
    const mapping = { currencies: { USD: { to: "EURC", by: "export" }, EUR: "EURC" } } as const;
    const convert = async (...files: readonly (readonly Fields[])[]) => {
      const paths: string[] = [];
      for (const rows of files) paths.push(await write(rows));
      return prepareInputs(await readFiles(paths), { mapping, rules: NO_RULES, skew: 0 });
    };

    it("are what PayPal made of the payment that they name, in whichever download they are", async () => {
      for (const files of [
        [[DOLLARS, OUT, IN, BACK]],
        [
          [IN, OUT],
          [BACK, DOLLARS],
        ],
        [
          [DOLLARS, OUT, IN],
          [OUT, IN, BACK],
        ],
      ]) {
        const { sales, refunds, setAside } = await convert(...files);
        // 96 USD became 86.40 EUR: 100 are 90, and the 50 that went back half of it.
        expect(
          sales.map(({ amount, decimals, currency }) => [amount, decimals, currency]),
        ).to.deep.equal([[90_000_000n, 6, "EURC"]]);
        expect(sales[0]?.derivation).to.include("86.4 / 96").and.include("conversion C2");
        expect(refunds.map(({ amount }) => amount)).to.deep.equal([45_000_000n]);
        expect(new Set(setAside.map(({ id, rule }) => `${id} ${rule}`))).to.deep.equal(
          new Set(["C1 (no payment)", "C2 (no payment)"]),
        );
      }
    });

    for (const [what, rows] of [
      ["there is none", []],
      ["half of it is missing", [IN]],
      ["it is pending", [OUT, { ...IN, Status: "Pending" }]],
      ["it is a memo", [OUT, { ...IN, "Balance Impact": "Memo" }]],
      ["it is of another payment", [{ ...OUT, "Reference Txn ID": "X" }, IN]],
      [
        "there are two",
        [OUT, IN, { ...OUT, "Transaction ID": "C3" }, { ...IN, "Transaction ID": "C4" }],
      ],
      ["it cannot be read", [OUT, { ...IN, Gross: "86.4.0" }]],
    ] as const) {
      it(`leave the payment for review where ${what}`, async () => {
        const { sales, setAside } = await convert([DOLLARS, ...rows]);
        expect(sales).to.deep.equal([]);
        expect(setAside.find(({ id }) => id === "7AB")).to.include({
          ...{ verdict: "review", rule: "(currency)" },
        });
      });
    }
  });

  it("told by two downloads counts once, whichever comes first", async () => {
    const early = await write([PAYMENT, { ...PAYMENT, "Transaction ID": "8" }]);
    const late = await write([{ ...PAYMENT, Status: "Partially Refunded" }, REFUND]);
    for (const paths of [
      [early, late],
      [late, early],
    ]) {
      const prepared = prepare(await readFiles(paths));
      expect(prepared.sales.map(({ id }) => id)).to.deep.equal(["7AB", "8"]);
      expect(prepared.refunds.map(({ id, amount }) => [id, amount])).to.deep.equal([
        ["9CD", 24_900n],
      ]);
      expect(prepared.setAside).to.deep.equal([]);
    }
  });

  it("is a sale once it is no longer pending, whichever download comes first", async () => {
    const early = [{ ...PAYMENT, Status: "Pending" }];
    for (const files of [
      [early, [PAYMENT]],
      [[PAYMENT], early],
    ]) {
      const { sales, setAside } = await prepareFilesOf(...files);
      expect([sales, setAside]).to.deep.equal([["7AB"], []]);
    }
  });

  it("is refused where two downloads differ in its money", async () => {
    const error = await refusal(prepareFilesOf([PAYMENT], [{ ...PAYMENT, Gross: "1,250.00" }]));
    expect(error.message).to.include('amount "1249" at').and.include('and "1250" at');
  });

  it("is refused where a column is missing that it cannot do without", async () => {
    const header = HEADER.filter((name) => name !== "Status");
    const error = await refusal(readFiles([await write([PAYMENT], { header })]));
    expect(error.message).to.include("Status");
  });
});
