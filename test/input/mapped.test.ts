import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { prepareFiles } from "../../scripts/ingest/prepareFiles.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const EXAMPLES = new URL("../../examples/sources/", import.meta.url).pathname;

interface Case {
  /** Files of examples/sources. */
  readonly examples?: readonly string[];
  /** Lines of files, by their names. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  readonly mapping?: object;
  readonly rules?: object;
}

/** A shop of which nobody knows. */
const SHOP = {
  name: "the shop's orders",
  columns: ["order", "paid"],
  id: "order",
  amount: "paid",
  currency: { always: "EUR" },
  time: "day",
};

describe("Tables of other systems", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const asFile = async (name: string, json: object | undefined) =>
    json === undefined ? undefined : folder.write(name, JSON.stringify(json));

  const prepare = async ({ examples = [], files, ...options }: Case) => {
    number += 1;
    const [source, out] = [folder.path(`in-${number}`), folder.path(`out-${number}`)];
    await mkdir(source);
    for (const [name, lines] of Object.entries(files ?? {})) {
      await writeFile(join(source, name), `${lines.join("\n")}\n`);
    }
    const seen: string[] = [];
    const prepared = await prepareFiles({
      paths: files === undefined ? examples.map((name) => join(EXAMPLES, name)) : [source],
      mapping: await asFile(`mapping-${number}.json`, options.mapping),
      rules: await asFile(`rules-${number}.json`, options.rules),
      ...{ skew: 0, zone: "UTC", saltFile: undefined, out },
      onFile: (_, what) => seen.push(what),
    });
    const linesOf = async (name: string) => {
      const text = await readFile(join(out, name), "utf8");
      return text.replace("\uFEFF", "").trim().split("\n").slice(1);
    };
    return {
      ...{ prepared, seen },
      sales: await linesOf("sales.csv"),
      refunds: await linesOf("refunds.csv"),
      excluded: await linesOf("excluded.csv"),
      review: await linesOf("review.csv"),
    };
  };

  const words = async (given: Case) => (await refusal(prepare(given))).message;

  /** What of each refund goes back of which sale. */
  const backOf = (lines: readonly string[]) =>
    lines.map((line) => line.split(",").slice(1, 3).join(" "));

  const WHOLE = { rules: [], tax: "include" };

  it("are Shopify's orders, of which further rows have more products", async () => {
    const { seen, sales, refunds, excluded, prepared } = await prepare({
      examples: ["shopify-orders.csv"],
      rules: WHOLE,
    });
    expect(seen).to.deep.equal(["Shopify's orders"]);
    expect(sales).to.deep.equal([
      "#1001,ada@example.org,initial,64.5,EUR,2026-02-01T09:00:00Z,",
      "#1002,ben@example.org,initial,119,EUR,2026-02-03T11:00:00Z,MUG-1",
    ]);
    expect(backOf(refunds)).to.deep.equal(["#1002 59.5"]);
    expect(prepared.sales[0]).to.deep.include({
      ...{ codes: ["ANA10"], same: ["#1001", "5500001"] },
      ...{ tax: 950n, shipping: 500n, discount: 500n },
    });
    expect(prepared.sales[0]?.attributes).to.include({ products: "MUG-1; CUP-1", Source: "web" });
    expect(excluded.map((line) => line.split(",").slice(1, 2).join())).to.deep.equal([
      "#1003",
      "#1004",
    ]);
    expect(excluded[1]).to.include("nothing was paid");
  });

  it("are Gumroad's sales: a lost dispute takes one back, a won one does not", async () => {
    const { seen, sales, refunds, excluded } = await prepare({
      examples: ["gumroad-sales.csv"],
      rules: { rules: [], fees: "exclude" },
    });
    expect(seen).to.deep.equal(["Gumroad's sales"]);
    expect(sales).to.deep.equal([
      "aB1==,ada@example.org,initial,17.5,USD,2026-02-01T10:00:00Z,guide",
      "aB2==,ben@example.org,renewal,8.5,USD,2026-02-02T10:00:00Z,club",
      "aB3==,cy@example.org,initial,17.5,USD,2026-02-03T10:00:00Z,guide",
      "aB4==,di@example.org,initial,17.5,USD,2026-02-04T10:00:00Z,guide",
      "aB5==,ed@example.org,initial,17.5,USD,2026-02-05T10:00:00Z,guide",
    ]);
    // 4 of 10 dollars are 3.40 of 8.50.
    expect(backOf(refunds)).to.deep.equal(["aB2== 3.4", "aB3== 17.5", "aB4== 17.5"]);
    expect(excluded.map((line) => line.split(",")[1])).to.deep.equal(["aB6==", "Totals"]);
  });

  it("count on each basis, and give back the same part of it", async () => {
    for (const [rules, amount, back] of [
      [{ rules: [], tax: "include" }, "119", "59.5"],
      [{ rules: [], tax: "exclude" }, "100", "50"],
      [{ rules: [], tax: "exclude", shipping: "exclude", discount: "include" }, "100", "50"],
      [{ rules: [], fees: "exclude" }, undefined, undefined],
    ] as const) {
      const { sales, refunds, review } = await prepare({ examples: ["shopify-orders.csv"], rules });
      expect(sales[1]?.split(",")[3]).to.equal(amount);
      expect(backOf(refunds)[0]?.split(" ")[1]).to.equal(back);
      if (amount === undefined) expect(review.join()).to.include("(basis)");
    }
    const { sales } = await prepare({
      examples: ["shopify-orders.csv"],
      rules: { rules: [], tax: "exclude", shipping: "exclude", discount: "include" },
    });
    // 64.50 - 9.50 of tax - 5 of shipping + 5 that the code took off.
    expect(sales[0]?.split(",")[3]).to.equal("55");
  });

  it("have dates as the file writes them throughout", async () => {
    const { sales } = await prepare({
      files: { "orders.csv": ["order,paid,day", "1,10,31/01/2026 23:30", "2,10,01/02/2026 09:00"] },
      mapping: { sources: [{ ...SHOP, zone: "Europe/Berlin" }] },
    });
    expect(sales.map((line) => line.split(",")[5])).to.deep.equal([
      "2026-01-31T22:30:00Z",
      "2026-02-01T08:00:00Z",
    ]);
  });

  it("are Lemon Squeezy's orders", async () => {
    const { seen, sales, refunds, excluded, prepared } = await prepare({
      examples: ["lemon-squeezy-orders.csv"],
      rules: WHOLE,
    });
    expect(seen).to.deep.equal(["Lemon Squeezy's orders"]);
    expect(sales).to.deep.equal([
      "9f1c-01,71,initial,29,USD,2026-02-01T10:00:00Z,Planner",
      "9f1c-02,72,initial,28.56,EUR,2026-02-02T10:00:00Z,Planner",
    ]);
    expect(backOf(refunds)).to.deep.equal(["9f1c-02 10"]);
    expect(prepared.sales[1]).to.deep.include({ codes: ["ANA5"], tax: 456n, discount: 500n });
    expect(excluded[0]).to.include("9f1c-03").and.include("test mode");
    expect(excluded[1]).to.include("9f1c-04").and.include("(not paid)");
  });

  it("are WooCommerce's orders, with the codes and refunds that one field lists", async () => {
    const { seen, sales, refunds, excluded, prepared } = await prepare({
      examples: ["woocommerce-orders.csv"],
      rules: WHOLE,
    });
    expect(seen).to.deep.equal(["WooCommerce's orders (Order Export of WebToffee)"]);
    expect(sales.map((line) => line.split(",").slice(0, 6).join(","))).to.deep.equal([
      "812,7,initial,65.45,EUR,2026-02-01T10:00:05Z",
      "813,8,initial,119,EUR,2026-02-02T10:00:05Z",
      "814,cy@example.org,initial,80,EUR,2026-02-03T10:00:05Z",
    ]);
    expect(backOf(refunds)).to.deep.equal(["813 119", "814 15"]);
    expect(prepared.sales[0]).to.deep.include({ codes: ["ANA10"], tax: 1_045n, shipping: 500n });
    expect(excluded).to.have.length(1);
    expect(excluded[0]).to.include("815").and.include("on-hold");
  });

  it("are Paddle's transactions and adjustments", async () => {
    const { seen, sales, refunds, excluded, review, prepared } = await prepare({
      examples: ["paddle-adjustments.csv", "paddle-transactions.csv"],
      rules: WHOLE,
    });
    expect(seen).to.deep.equal(["Paddle's adjustments", "Paddle's transactions"]);
    expect(sales).to.deep.equal([
      "txn_01,ctm_01,initial,119,EUR,2026-02-01T10:01:00Z,pri_pro",
      "txn_02,ctm_01,renewal,119,EUR,2026-03-01T10:01:00Z,pri_pro",
    ]);
    expect(refunds).to.deep.equal(["adj_01,txn_01,59.5,refund,2026-02-10T09:00:00Z"]);
    expect(prepared.sales[0]).to.deep.include({ tax: 1_900n, fees: 645n });
    expect(excluded.map((line) => line.split(",")[1])).to.deep.equal(["adj_02", "txn_03"]);
    expect(review).to.have.length(1);
    expect(review[0]).to.include("adj_03").and.include("not approved");
  });

  it("are whatever a mapping says, before all that is known otherwise", async () => {
    const map = {
      name: "the till",
      columns: ["Date", "Order #", "Status", "Net Sales"],
      rows: [{ when: { Status: ["PAID*"] }, is: "sale" }],
      id: "Order #",
      amount: { sum: ["Net Sales", "Tip"], less: ["Voucher"] },
      currency: { always: "chf" },
      time: "Date",
      zone: "Europe/Zurich",
      customers: { customer: ["Card", "Phone"] },
      kinds: [{ when: { Visits: ["2", "3"] }, kind: "renewal" }],
      attributes: ["Till"],
    };
    const { seen, sales, review, prepared } = await prepare({
      files: {
        "till.csv": [
          "Date,Order #,Status,Net Sales,Tip,Voucher,Card,Phone,Visits,Till",
          "2026-07-01 00:30:00,1,Paid by card,10.00,1.50,0.50,,079,2,north",
          "2026-07-01 12:00:00,2,ordered,10.00,,,c-2,,1,north",
          "2026-07-01 12:00:00,3,paid,1e3,,,c-3,,1,north",
        ],
      },
      mapping: { sources: [map] },
    });
    expect(seen).to.deep.equal(["the till"]);
    expect(sales).to.deep.equal(["1,079,renewal,11,CHF,2026-06-30T22:30:00Z,"]);
    expect(prepared.sales[0]?.attributes).to.deep.equal({ Till: "north" });
    expect(review[0]).to.include('Status is ""ordered""');
    expect(review[1]).to.include("(unreadable)").and.include("1e3");
  });

  it("count what went back so far once, whichever export comes first", async () => {
    const map = { ...SHOP, refunded: [{ amount: "back", time: "back on" }] };
    const first = ["order,paid,day,back,back on", "1,100,2026-01-01,10,2026-01-05"];
    const later = ["order,paid,day,back,back on", "1,100,2026-01-01,25,2026-01-09"];
    for (const files of [
      { "a.csv": first, "b.csv": later },
      { "a.csv": later, "b.csv": first },
    ]) {
      const { sales, refunds } = await prepare({ files, mapping: { sources: [map] } });
      expect(sales).to.have.length(1);
      expect(backOf(refunds)).to.deep.equal(["1 10", "1 15"]);
    }
    const alone = await prepare({ files: { "b.csv": later }, mapping: { sources: [map] } });
    // The whole of it is told as a total, of which the chain may have a part.
    expect(alone.refunds).to.deep.equal(["1@2500,1,25,refund,2026-01-09T00:00:00Z,25"]);
  });

  it("refuse to guess what no row says", async () => {
    const header = "order,paid,day";
    for (const [rows, map, said] of [
      [['1,"1,234",2026-01-01'], SHOP, "1,234.50 or 1.234,50"],
      [['1,"1,50",2026-01-01', "2,1.50,2026-01-01"], SHOP, "in one language"],
      [["1,1900,2026-01-01"], { ...SHOP, amounts: "shown" }, '"amounts": "smallest"'],
    ] as const) {
      const files = { "orders.csv": [header, ...rows] };
      expect(await words({ files, mapping: { sources: [map] } })).to.include(said);
    }
    const { sales } = await prepare({
      files: { "orders.csv": [header, '1,"1.249,50 €",2026-01-01', '2,"1.000",2026-01-02'] },
      mapping: { sources: [SHOP] },
    });
    expect(sales.map((line) => line.split(",")[3])).to.deep.equal(["1249.5", "1000"]);
  });

  it("have amounts in lakhs and with no nought before decimals, and wait where none can be read", async () => {
    const rows = ['1,"₹1,23,456.50",2026-01-01', "2,.50,2026-01-02", "3,2026.01.15,2026-01-03"];
    const { sales, review } = await prepare({
      files: { "orders.csv": ["order,paid,day", ...rows] },
      mapping: { sources: [SHOP] },
    });
    expect(sales.map((line) => line.split(",")[3])).to.deep.equal(["123456.5", "0.5"]);
    expect(review.map((line) => line.split(",")[1])).to.deep.equal(["3"]);
  });

  it("count yen by the yen, and cents where the map says so", async () => {
    const files = {
      "orders.csv": ["order,paid,day,money", "1,5000,2026-01-01,JPY", "2,5000,2026-01-02,USD"],
    };
    const map = { ...SHOP, currency: "money" };
    const decimal = await prepare({ files, mapping: { sources: [map] } });
    const cents = await prepare({ files, mapping: { sources: [{ ...map, amounts: "smallest" }] } });
    const amounts = (lines: readonly string[]) => lines.map((line) => line.split(",").slice(3, 5));
    expect(amounts(decimal.sales)).to.deep.equal([
      ["5000", "JPY"],
      ["5000", "USD"],
    ]);
    expect(amounts(cents.sales)).to.deep.equal([
      ["5000", "JPY"],
      ["50", "USD"],
    ]);
  });

  it("are a sale each, whatever other ids they have", async () => {
    const woo = "order_id,order_number,paid_date,status,order_total,order_currency,customer_id";
    const { sales } = await prepare({
      files: {
        // The number of the one is the id of the other, as plugins that count orders make it.
        "orders.csv": [
          woo,
          "101,98,2026-01-02 10:00:00,completed,50.00,USD,2",
          "105,101,2026-01-03 10:00:00,completed,100.50,USD,3",
        ],
      },
    });
    expect(sales).to.deep.equal([
      "101,2,initial,50,USD,2026-01-02T10:00:00Z,",
      "105,3,initial,100.5,USD,2026-01-03T10:00:00Z,",
    ]);
  });

  it("are told once where a later export has more ids of them", async () => {
    const header =
      "transaction_id,status,customer_id,subscription_id,currency_code,grand_total,billed_at";
    const { sales, review } = await prepare({
      files: {
        "may.csv": [
          `${header},invoice_number`,
          "txn_1,paid,ctm_1,sub_1,USD,19.50,2026-01-02T10:00:00Z,",
        ],
        "june.csv": [
          `${header},invoice_number`,
          "txn_1,completed,ctm_1,sub_1,USD,19.50,2026-01-02T10:00:00Z,325-1",
        ],
      },
    });
    expect(sales).to.deep.equal(["txn_1,ctm_1,initial,19.5,USD,2026-01-02T10:00:00Z,"]);
    expect(review).to.deep.equal([]);
  });

  it("refuse ids that a spreadsheet has made one of", async () => {
    const header = "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Id";
    const files = {
      "orders.csv": [
        header,
        "#1001,a@example.org,paid,2026-01-02 10:00:00 +0000,USD,49,0,0,49.00,5.50123E+12",
        "#1002,b@example.org,paid,2026-01-03 10:00:00 +0000,USD,49,0,0,49.00,5.50123E+12",
      ],
    };
    expect(await words({ files }))
      .to.include("line 2, column Id")
      .and.include("lost digits");
    const till = { "till.csv": ["order,paid,day", "12.0,10,2026-01-01"] };
    expect(await words({ files: till, mapping: { sources: [SHOP] } })).to.include("column order");
  });

  it("give all back where they are refunded and no amount says how much", async () => {
    const shopify = "Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Refunded Amount";
    const { sales, refunds, review } = await prepare({
      files: {
        "orders.csv": [
          shopify,
          "#1,a@example.org,refunded,2026-01-02 10:00:00 +0000,USD,50,50.00,0.0",
          "#2,a@example.org,refunded,2026-01-03 10:00:00 +0000,USD,50,50.00,",
          "#3,a@example.org,refunded,2026-01-04 10:00:00 +0000,USD,50,50.00,50.0",
          "#4,a@example.org,partially_refunded,2026-01-05 10:00:00 +0000,USD,50,50.00,20.0",
          "#5,a@example.org,partially_refunded,2026-01-06 10:00:00 +0000,USD,50,50.00,0.0",
          "#6,a@example.org,paid,2026-01-07 10:00:00 +0000,USD,50,50.00,0.0",
        ],
      },
    });
    expect(sales).to.have.length(5);
    expect(backOf(refunds)).to.deep.equal(["#1 50", "#2 50", "#3 50", "#4 20"]);
    expect(review).to.have.length(1);
    expect(review[0]).to.include("#5").and.include("how much went back");
  });

  it("wait where a part of them went back and no amount says how much", async () => {
    const squeezy = "identifier,user_email,status,total,currency,created_at,refunded_amount";
    const gumroad =
      "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($),Refunded?,Partial Refund ($),Fully Refunded?";
    const classic =
      "Order ID,Date,Status,Customer Email,Currency,Sale Gross,Earnings,Refunded Amount";
    const { sales, refunds, review } = await prepare({
      files: {
        "squeezy.csv": [
          squeezy,
          "i1,a@example.org,partial_refund,29.00,USD,2026-01-02T10:00:00Z,0.00",
          "i2,a@example.org,partial_refund,29.00,USD,2026-01-03T10:00:00Z,9.00",
        ],
        "gumroad.csv": [
          gumroad,
          "g1,Book,b@example.org,2026-01-04,20.00,1,0.0,0",
          "g2,Book,b@example.org,2026-01-05,20.00,1,5.0,0",
        ],
        "classic.csv": [
          classic,
          "c1,2026-01-06 10:00:00,partially refunded,c@example.org,USD,20.00,18.50,",
          "c2,2026-01-07 10:00:00,partially refunded,c@example.org,USD,20.00,18.50,4.00",
        ],
      },
    });
    expect(sales.map((line) => line.split(",")[0])).to.deep.equal(["i2", "g2", "c2"]);
    expect(backOf(refunds).sort()).to.deep.equal(["c2 4", "g2 5", "i2 9"]);
    expect(review.map((line) => line.split(",")[1])).to.have.members(["i1", "g1", "c1"]);
  });

  it("have three decimals where the currency has", async () => {
    const { sales } = await prepare({
      files: { "orders.csv": ["order,paid,day", "1,0.500,2026-01-01", "2,12.750,2026-01-02"] },
      mapping: { sources: [{ ...SHOP, currency: { always: "KWD" } }] },
    });
    expect(sales.map((line) => line.split(",")[3])).to.deep.equal(["0.5", "12.75"]);
  });

  it("say which column is missing, and what a mapping's mistake is", async () => {
    const files = { "orders.csv": ["Date,Order #,Status,Net Sales", "2026-01-01,1,completed,10"] };
    expect(await words({ files })).to.include('"currency": { "always": "EUR" }');
    const unknown = { "orders.csv": ["a,b", "1,2"] };
    expect(await words({ files: unknown })).to.include('"sources" of the mapping');
    const mapping = { sources: [{ ...SHOP, amount: undefined }] };
    expect(await words({ files, mapping })).to.include("sources[0].amount: found nothing");
  });
});
