import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { pegOf } from "../../core/currency/pegOf.ts";
import { normalizeSales } from "../../scripts/attribution/evidence/normalize.ts";
import { prepareFiles } from "../../scripts/ingest/prepareFiles.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { refusal } from "../integration/support/refusal.ts";

const PAYMENTS =
  "id,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Currency,Fee,Status,Customer ID";
const RATES = ["date,currency,rate", "2026-01-01,JPY,0.0067", "2026-02-01,jpy,0.0069"];

interface Case {
  readonly payments: readonly string[];
  readonly header?: string;
  readonly mapping: object;
  readonly rules?: object;
  readonly rates?: readonly string[];
  readonly refunds?: readonly string[];
}

describe("Several currencies", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const prepare = async ({
    payments,
    header = PAYMENTS,
    refunds,
    mapping,
    rules = { rules: [] },
    rates,
  }: Case) => {
    number += 1;
    const source = folder.path(`in-${number}`);
    const out = folder.path(`out-${number}`);
    await mkdir(source);
    const write = (name: string, lines: readonly string[]) =>
      writeFile(name, `${lines.join("\n")}\n`);
    await write(join(source, "payments.csv"), [header, ...payments]);
    if (refunds !== undefined)
      await write(join(source, "refunds.csv"), ["refund_id,sale_id,amount", ...refunds]);
    // Beside the mapping, which names it.
    await write(folder.path("rates.csv"), rates ?? RATES);
    await prepareFiles({
      paths: [source],
      mapping: await folder.write(`mapping-${number}.json`, JSON.stringify(mapping)),
      rules: await folder.write(`rules-${number}.json`, JSON.stringify(rules)),
      ...{ skew: 0, zone: "UTC", saltFile: undefined, out },
      onFile: () => undefined,
    });
    const linesOf = async (name: string) => {
      const text = await readFile(join(out, name), "utf8");
      return text.replace("\uFEFF", "").trim().split("\n");
    };
    return {
      out,
      sales: await linesOf("sales.csv"),
      refunds: (await linesOf("refunds.csv")).slice(1),
      review: (await linesOf("review.csv")).slice(1),
    };
  };

  const BY_RATES = {
    currencies: { usd: "USDC", jpy: { to: "USDC", by: "rates" } },
    rates: "rates.csv",
  };
  const BY_EXPORT = { currencies: { usd: "USDC", eur: { to: "USDC", by: "export" } } };
  const YEN = "ch_1,2026-01-15 10:00:00,5000,0,jpy,33.10,usd,1.50,Paid,cus_1";
  const EURO = "ch_2,2026-01-15 10:00:00,119.00,0,eur,128.52,usd,6.97,Paid,cus_1";

  it("count 5,000 yen at the last rate before the payment, and say so", async () => {
    const { sales } = await prepare({
      payments: [YEN, YEN.replace("ch_1", "ch_9").replace("01-15", "02-01")],
      mapping: BY_RATES,
    });
    expect(sales).to.deep.equal([
      "sale_id,customer_id,kind,amount,currency,occurred_at,product,conversion",
      'ch_1,cus_1,initial,33.5,USDC,2026-01-15T10:00:00Z,,"5000 JPY x 0.0067 by rates.csv of 2026-01-01, to the nearest 0.000001 USDC"',
      'ch_9,cus_1,initial,34.5,USDC,2026-02-01T10:00:00Z,,"5000 JPY x 0.0069 by rates.csv of 2026-02-01, to the nearest 0.000001 USDC"',
    ]);
  });

  it("count what the export itself made of an amount", async () => {
    const { sales } = await prepare({ payments: [EURO], mapping: BY_EXPORT });
    expect(sales[1]).to.equal(
      'ch_2,cus_1,initial,128.52,USDC,2026-01-15T10:00:00Z,,"119 EUR x 128.52 / 119 by Converted Amount of payments.csv, line 2, to the nearest 0.000001 USDC"',
    );
  });

  it("count without the fees of the converted amount, or of the amount itself", async () => {
    const dollars = "ch_3,2026-01-15 10:00:00,50.00,0,usd,50.00,usd,1.75,Paid,cus_1";
    const { sales, review } = await prepare({
      payments: [EURO, dollars, YEN],
      mapping: { ...BY_RATES, currencies: { ...BY_RATES.currencies, ...BY_EXPORT.currencies } },
      rules: { rules: [], fees: "exclude" },
    });
    expect(sales.slice(1).map((line) => line.split(",").slice(0, 5).join(","))).to.deep.equal([
      "ch_2,cus_1,initial,121.55,USDC",
      "ch_3,cus_1,initial,48.25,USDC",
    ]);
    expect(sales[1]).to.include("less fees of 6.97");
    // Of an amount in yen a fee in dollars is no part.
    expect(review).to.have.length(1);
    expect(review[0]).to.include("ch_1").and.include("(basis)");
  });

  it("count all payments of one invoice, with the fees of each", async () => {
    const header = `${PAYMENTS},Invoice ID`;
    const rules = { rules: [], fees: "exclude" };
    const payment = (id: string, rest: string) =>
      `${id},2026-01-15 10:00:00,${rest},Paid,cus_1,in_1`;
    const euros = [
      payment("ch_1", "100.00,0,eur,110.00,usd,5.00"),
      payment("ch_2", "50.00,0,eur,52.00,usd,2.00"),
    ];
    const { sales } = await prepare({ header, payments: euros, rules, mapping: BY_EXPORT });
    expect(sales[1]).to.match(/^in_1,cus_1,initial,155,USDC.*x 162 \/ 150 .*less fees of 7,/);
    const dollars = [
      payment("ch_1", "100.00,0,usd,100.00,usd,5.00"),
      payment("ch_2", "50.00,0,usd,50.00,usd,2.00"),
    ];
    const plain = await prepare({ header, payments: dollars, rules, mapping: BY_EXPORT });
    expect(plain.sales[1]).to.match(/^in_1,cus_1,initial,143,USDC/);
  });

  it("tell no fees where a file has several currencies and not the account's", async () => {
    const header = PAYMENTS.replace(",Converted Amount,Converted Currency", "");
    const dollars = "ch_3,2026-01-15 10:00:00,50.00,0,usd,1.75,Paid,cus_1";
    const euros = "ch_4,2026-01-15 10:00:00,50.00,0,eur,1.90,Paid,cus_1";
    const given = { mapping: {}, rules: { rules: [], fees: "exclude" }, header };
    const one = await prepare({ ...given, payments: [dollars] });
    expect(one.sales[1]).to.include(",48.25,USD,");
    const two = await prepare({ ...given, payments: [dollars, euros] });
    expect(two.sales).to.have.length(1);
    expect(two.review).to.have.length(2);
  });

  it("count what Stripe's balance settled in the account's currency, and its fee", async () => {
    const itemized = [
      "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,description,charge_id,payment_intent_id,invoice_id,customer_id,customer_facing_amount,customer_facing_currency",
      "txn_1,2026-01-15 10:00:00,usd,128.52,6.97,121.55,charge,ch_7,,ch_7,,,cus_1,119.00,eur",
      "txn_2,2026-01-15 11:00:00,usd,50.00,1.75,48.25,charge,ch_8,,ch_8,,,cus_1,,",
    ];
    const given = { payments: itemized.slice(1), header: itemized[0] ?? "", mapping: BY_EXPORT };
    const whole = await prepare(given);
    const net = await prepare({ ...given, rules: { rules: [], fees: "exclude" } });
    const amounts = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(",")[3]);
    expect(amounts(whole.sales)).to.deep.equal(["128.52", "50"]);
    expect(amounts(net.sales)).to.deep.equal(["121.55", "48.25"]);
  });

  it("give back the same part, and with the whole exactly the whole", async () => {
    const half = YEN.replace(",5000,0,", ",5000,2500,");
    const { refunds } = await prepare({ payments: [half], mapping: BY_RATES });
    expect(refunds.map((line) => line.split(",").slice(0, 3).join(" "))).to.deep.equal([
      "ch_1@2500 ch_1 16.75",
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 10 ** 7 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        async (yen, rate) => {
          const { sales, refunds: whole } = await prepare({
            payments: [YEN.replace(",5000,0,", `,${yen},${yen},`)],
            mapping: BY_RATES,
            rates: ["date,currency,rate", `2026-01-01,JPY,0.${String(rate).padStart(7, "0")}`],
          });
          const amount = sales[1]?.split(",")[3];
          expect(whole[0]?.split(",")[2]).to.equal(amount);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("want a review where nothing says what an amount is worth", async () => {
    const yen = {
      ...BY_EXPORT,
      currencies: { ...BY_EXPORT.currencies, jpy: { to: "USDC", by: "export" } },
    };
    for (const [payment, mapping, rates, words] of [
      [YEN, { currencies: { usd: "USDC" } }, RATES, "which currency of the program JPY is"],
      [YEN, BY_RATES, ["date,currency,rate", "2026-01-16,JPY,1"], "none of JPY on or before"],
      [YEN.replace("33.10,usd", ","), yen, RATES, "does not tell what it made of JPY"],
      [YEN.replace("33.10,usd", "28.00,gbp"), yen, RATES, "to GBP"],
    ] as const) {
      const { sales, review } = await prepare({ payments: [payment], mapping, rates });
      expect(sales).to.have.length(1);
      expect(review[0]).to.include("(currency)").and.include(words);
      expect(review[0]).to.include(",5000,JPY,");
    }
  });

  it("want a review of a refunds file's amount of a converted sale", async () => {
    const { review, refunds } = await prepare({
      payments: [YEN],
      refunds: ["r-1,ch_1,10"],
      mapping: BY_RATES,
    });
    expect(refunds).to.deep.equal([""].slice(1));
    expect(review[0]).to.include("r-1").and.include("paid in JPY and counts in USDC");
  });

  it("have rules ask for the amount and the currency that the program counts", async () => {
    const rules = {
      rules: [
        { name: "large", when: { currency: "USDC", amount: { from: "100" } }, verdict: "exclude" },
      ],
    };
    const { sales } = await prepare({ payments: [YEN], mapping: BY_RATES, rules });
    expect(sales).to.have.length(2);
  });

  it("are kept with the evidence", async () => {
    const { out } = await prepare({ payments: [YEN], mapping: BY_RATES });
    const kept = join(out, "kept.csv");
    await normalizeSales(join(out, "sales.csv"), Buffer.from("salt"), kept);
    expect((await readFile(kept, "utf8")).split("\n")[0]).to.match(/,credits,conversion$/);
    expect(await readFile(kept, "utf8")).to.include("x 0.0067 by rates.csv of 2026-01-01");
  });

  for (const [what, mapping, words] of [
    [
      "yen for dollars",
      { currencies: { jpy: "USDC" } },
      'currencies.jpy: found "USDC", which is of USD',
    ],
    ["euros for dollars", { currencies: { EUR: "USDT" } }, "which is of USD"],
    ["two for one", { currencies: { usd: "ABC", jpy: "ABC" } }, "which usd is too"],
    ["no rates", { currencies: { jpy: { to: "USDC", by: "rates" } } }, "no rates"],
    ["an unknown way", { currencies: { jpy: { to: "USDC", by: "hand" } } }, "currencies.jpy"],
  ] as const) {
    it(`refuse a mapping with ${what}`, async () => {
      const error = await refusal(prepare({ payments: [YEN], mapping }));
      expect(error.message).to.include(words);
    });
  }

  it("know what tokens are of", () => {
    const pegs = [
      "USDC",
      "usdt",
      "EURC",
      "XSGD",
      "JPYC",
      "DAI",
      "PYUSD",
      "ETH",
      "WBTC",
      "USD",
      "ALPHA",
    ];
    expect(pegs.map(pegOf)).to.deep.equal([
      "USD",
      "USD",
      "EUR",
      "SGD",
      "JPY",
      "USD",
      "USD",
      undefined,
      undefined,
      "USD",
      undefined,
    ]);
  });
});
