import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { readMapping } from "../../scripts/ingest/mapping/readMapping.ts";
import { prepareFiles } from "../../scripts/ingest/prepareFiles.ts";
import { hardhat } from "../integration/support/cli.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url).pathname;

describe("sales init", () => {
  let folder: Folder;
  let number = 0;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const init = async (files: Readonly<Record<string, readonly string[]>>, more: string[] = []) => {
    number += 1;
    const source = folder.path(`in-${number}`);
    await mkdir(source);
    for (const [name, lines] of Object.entries(files))
      await writeFile(join(source, name), `${lines.join("\n")}\n`);
    const out = folder.path(`mapping-${number}.json`);
    const inputs = [...Object.keys(files).map((name) => join(source, name)), ...more];
    const run = await hardhat("http://127.0.0.1:9", [
      "sales",
      "init",
      "--input",
      inputs.join(","),
      "--out",
      out,
      "--json",
    ]);
    const told = JSON.parse(run.stdout) as { readonly toFill: { path: string; what: string }[] };
    return { out, inputs, told, mapping: JSON.parse(await readFile(out, "utf8")) };
  };

  const prepare = async (paths: readonly string[], mapping: string) =>
    prepareFiles({
      ...{ paths, mapping, rules: undefined, skew: 0, zone: "UTC", saltFile: undefined },
      ...{ out: folder.path(`out-${number}`), onFile: () => undefined },
    });

  it("names currencies, links, codes and metadata of what it sees, and the rest is to be filled in", async () => {
    const stripe = join(EXAMPLES, "saas/stripe");
    const { mapping, told, out, inputs } = await init({}, [
      join(stripe, "payments.csv"),
      join(stripe, "visits.csv"),
      join(EXAMPLES, "sources/paddle-transactions.csv"),
    ]);
    const { $schema, ...written } = mapping;
    expect($schema).to.match(/schema\/mapping\.schema\.json$/);
    expect(written).to.deep.equal({
      currencies: { usd: "USDC", eur: { to: "USDC", by: "export" } },
      metadata: ["visitor", "code"],
      codeFields: ["metadata.code"],
      links: [
        { parameter: "via", partners: { flow: "FILL IN", hook: "FILL IN" }, role: "FILL IN" },
      ],
      codes: [{ code: "PAPER20", partner: "FILL IN", role: "FILL IN" }],
    });
    expect(told.toFill.map(({ path }) => path)).to.deep.equal([
      ...["links[0]", "links", "codes[0]", "kinds", "products"],
    ]);
    // It can be used as it is.
    const { sales } = await prepare(inputs, out);
    expect(sales.map(({ currency }) => currency))
      .to.include("USDC")
      .and.not.include("EUR");
  });

  it("takes PayPal's Custom Number for codes, and has the kind of later payments filled in", async () => {
    const header =
      "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,From Email Address,Transaction ID,Reference Txn ID,Custom Number";
    const paid = (day: string, from: string, id: string, custom: string) =>
      `2026-03-${day},09:00:00,UTC,Express Checkout Payment,Completed,USD,10.00,0.00,${from},${id},,${custom}`;
    const lines = [
      header,
      paid("15", "kira@example.com", "T1", "BEN20"),
      paid("16", "oren@example.com", "T2", "BEN20"),
      paid("17", "kira@example.com", "T3", "BEN20"),
    ];
    const { mapping, told, out, inputs } = await init({ "paypal.csv": lines });
    expect(mapping).to.deep.include({
      customers: { by: ["customer", "email"] },
      codeFields: ["custom"],
      codes: [{ code: "BEN20", partner: "FILL IN", role: "FILL IN" }],
      kinds: [{ when: { first_payment: false }, kind: "FILL IN" }],
    });
    expect(told.toFill.map(({ path }) => path)).to.include.members(["kinds[0]", "codes[0]"]);
    expect(told.toFill.find(({ path }) => path === "kinds[0]")?.what).to.include(
      "1 customer comes more than once",
    );
    const { sales, touches } = await prepare(inputs, out);
    expect(sales.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      ...["T1 initial", "T2 initial", "T3 FILL IN"],
    ]);
    expect(touches.map(({ partner }) => partner)).to.deep.equal(["FILL IN", "FILL IN", "FILL IN"]);

    const once = await init({ "paypal.csv": lines.slice(0, 3) });
    expect(once.mapping).to.not.have.property("kinds");
  });

  it("leaves out a currency that needs rates, so that its sales wait", async () => {
    const header =
      "id,Created date (UTC),Amount,Currency,Converted Amount,Converted Currency,Status,Customer ID";
    const { mapping, told, out, inputs } = await init({
      "payments.csv": [header, "ch_1,2026-01-15 10:00:00,5000,jpy,28.00,gbp,Paid,cus_1"],
    });
    expect(mapping.currencies).to.deep.equal({});
    expect(told.toFill[0]?.path).to.equal("currencies.jpy");
    expect(told.toFill[0]?.what).to.include('"by": "rates"');
    const { sales, setAside } = await prepare(inputs, out);
    expect(sales).to.deep.equal([]);
    expect(setAside.map(({ rule }) => rule)).to.deep.equal(["(currency)"]);
  });

  it("guesses a map of a table that nothing knows, and counts no row whose state it does not know", async () => {
    const { mapping, told, out, inputs } = await init({
      "till.csv": [
        "Order ID,Order Date,Order Status,Customer Email,Grand Total,Currency,VAT,Coupon Code,Refunded",
        "1,2026-02-01,Paid,a@example.org,11.90,USD,1.90,ANA10,1.19",
        "2,2026-02-02,Parked,b@example.org,11.90,USD,1.90,,",
        "3,2026-02-02,Cancelled,c@example.org,11.90,USD,1.90,,",
      ],
    });
    expect(mapping.sources[0]).to.deep.include({
      id: "Order ID",
      amount: "Grand Total",
      tax: "VAT",
      rows: [
        { when: { "Order Status": "Paid" }, is: "sale" },
        { when: { "Order Status": "Parked" }, is: "review" },
        { when: { "Order Status": "Cancelled" }, is: "unpaid" },
      ],
    });
    expect(told.toFill[0]?.path).to.equal("sources[0]");
    await readMapping(out);
    const { sales, refunds, setAside } = await prepare(inputs, out);
    expect(sales.map(({ id, amount }) => [id, amount])).to.deep.equal([["1", 1_000n]]);
    expect(refunds.map(({ amount }) => amount)).to.deep.equal([100n]);
    expect(setAside.map(({ id, verdict }) => `${id} ${verdict}`)).to.deep.equal([
      "2 review",
      "3 exclude",
    ]);
  });

  it("has what went back of an unknown table in the map, by its amount or else by its state", async () => {
    const amounts = await init({
      "orders.csv": [
        "Order ID,Date,Status,Total,Refund Total,Currency,Email",
        "1,2026-02-01,Refunded,50.00,,USD,a@example.org",
        "2,2026-02-02,Partially refunded,50.00,20.00,USD,b@example.org",
        "3,2026-02-03,Paid,50.00,0.00,USD,c@example.org",
        "4,2026-02-04,Partially refunded,50.00,,USD,d@example.org",
      ],
    });
    expect(amounts.mapping.sources[0].refunded).to.deep.equal([
      { amount: "Refund Total" },
      { when: { Status: ["Refunded"] } },
    ]);
    const told = await prepare(amounts.inputs, amounts.out);
    expect(told.sales.map(({ id }) => id)).to.deep.equal(["1", "2", "3"]);
    expect(told.setAside.map(({ id, verdict }) => `${id} ${verdict}`)).to.deep.equal(["4 review"]);
    expect(told.refunds.map(({ saleId, amount }) => [saleId, amount])).to.have.deep.members([
      ["1", 5_000n],
      ["2", 2_000n],
    ]);
    const states = await init({
      "orders.csv": [
        "Order ID,Date,Status,Total,Currency,Email",
        "1,2026-02-01,Refunded,50.00,USD,a@example.org",
        "2,2026-02-02,Partially refunded,50.00,USD,b@example.org",
        "3,2026-02-03,Paid,50.00,USD,c@example.org",
      ],
    });
    const { sales, refunds, setAside } = await prepare(states.inputs, states.out);
    expect(sales.map(({ id }) => id)).to.deep.equal(["1", "3"]);
    expect(refunds.map(({ saleId, amount }) => [saleId, amount])).to.deep.equal([["1", 5_000n]]);
    expect(setAside.map(({ id, verdict }) => `${id} ${verdict}`)).to.deep.equal(["2 review"]);
  });

  it("never writes over a file, and says of a table that it cannot guess what to do", async () => {
    const taken = await folder.write("taken.json", "{}");
    const rows = await folder.write("rows.csv", "a,b\n1,2\n");
    const over = await hardhat("http://127.0.0.1:9", [
      "sales",
      "init",
      "--input",
      rows,
      "--out",
      taken,
    ]);
    expect(over.status).to.equal(1);
    expect(over.stderr).to.include("already").and.include("nothing was written");
    const unknown = await hardhat("http://127.0.0.1:9", [
      "sales",
      "init",
      "--input",
      rows,
      "--out",
      folder.path("new.json"),
    ]);
    expect(unknown.status).to.equal(1);
    expect(unknown.stderr).to.include('"sources" of the mapping');
  });
});
