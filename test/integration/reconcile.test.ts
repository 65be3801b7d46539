import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parseTime } from "../../core/text/parseTime.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import reconcile from "../../scripts/cli/commands/report/reconcile.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Deal, playDeal } from "./support/playDeal.ts";
import { quietProgress } from "./support/quiet.ts";
import { refundsFile, SALES_HEADER, salesFile, seedProgram } from "./support/seed.ts";
import { refusalOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

/** Long ids go by their hash on chain. */
const LONG = "an-invoice-number-that-is-longer-than-31-bytes";
const SALES = [
  "s-1,c,initial,99.00,USDC,2025-01-06,pro,ana:integration:1",
  "s-2,c,expansion,10,ETH,2025-01-07,pro,ana:coach:2;ben:integration:1",
  "s-3,c,initial,20,USDC,2025-01-08,pro,ben:coach:1;ben:support:3",
  `${LONG},c,renewal,30,USDC,2025-01-09,,`,
  "s-5,c,renewal,40,USDC,2025-01-31T23:59:59Z,,ana:support:1",
  "s-6,c,renewal,50,USDC,2025-02-01,,ana:support:1",
];
const REFUNDS = ["r-1,s-1,99,back,2025-01-20", "r-2,s-2,2.5,part,2025-02-01"];

interface Finding {
  readonly id: string;
  readonly status: string;
  readonly note: string;
  readonly differences: {
    readonly field: string;
    readonly source: string;
    readonly chain: string;
  }[];
}
interface Document {
  readonly sales: Record<string, number>;
  readonly refunds: Record<string, number>;
  readonly totals: Record<string, string>[];
  readonly findings: Finding[];
}

describe("Reconciliation", () => {
  let folder: Folder;
  let out: string;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
    out = await mkdtemp(join(tmpdir(), "tributary-reconcile-"));
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
    const parameters = { account: world.account, progress: quietProgress() };
    const post = async (...lines: string[]) =>
      postSales(program, { ...parameters, file: await salesFile(folder, ...lines) });
    await moveClock(world.chain, parseTime("2025-01-15") ?? 0);
    await post(...SALES.slice(0, 4));
    await refundSales(program, { ...parameters, file: await refundsFile(folder, ...REFUNDS) });
    await moveClock(world.chain, parseTime("2025-02-03") ?? 0);
    await post(...SALES.slice(4));
  });
  after(async () => {
    await world.close();
    await folder.remove();
    await rm(out, { recursive: true });
  });

  const run = async (
    sales: readonly string[],
    refunds?: readonly string[],
    options: object = {},
  ) => {
    const files = {
      sales: await salesFile(folder, ...sales),
      refunds: refunds && (await refundsFile(folder, ...refunds)),
    };
    const all = { program: program.address, json: true, ...files, ...options };
    const { code, stdout, stderr } = await runVerb(world, reconcile, all);
    expect(stderr).to.equal("");
    return { code, document: JSON.parse(stdout) as Document };
  };
  const changed = (from: string, to: string) => SALES.map((line) => line.replace(from, to));

  it("matches a source that is all on chain, and exits 0", async () => {
    const { code, document } = await run(SALES, REFUNDS);
    expect(code).to.equal(0);
    expect(document.findings).to.deep.equal([]);
    expect(document.sales).to.deep.equal({
      ...{ matched: 6, different: 0, missing: 0, unknown: 0, refunded: 2 },
    });
    expect(document.refunds).to.deep.include({ matched: 2, refunded: 2 });
    expect(document.totals).to.deep.include({
      ...{ currency: "USDC", source: "239", chain: "239" },
      ...{ refundedSource: "99", refundedChain: "99" },
    });
  });

  for (const [field, from, to, source, chain] of [
    ["amount", "99.00", "98.99", "98.99", "99"],
    ["currency", "10,ETH", "10,USDC", "USDC", "ETH"],
    ["currency", "10,ETH", "10,DOGE", "DOGE", "ETH"],
    ["kind", "s-3,c,initial", "s-3,c,renewal", "renewal, product pro", "initial"],
    ["kind", "s-3,c,initial", "s-3,c,rental", "rental, product pro", "initial"],
    [
      "credits",
      "s-5,c,renewal,40,USDC,2025-01-31T23:59:59Z,,ana",
      "s-5,c,renewal,40,USDC,2025-01-31T23:59:59Z,,zoe",
      "zoe:support",
      "ana:support",
    ],
    ["credits", "ana:coach:2;ben", "ana", "ana:integration", "ana:coach;ben:integration"],
  ] as const) {
    it(`names the field in which a sale differs: ${field}, ${source} / ${chain}`, async () => {
      const { code, document } = await run(changed(from, to), REFUNDS);
      expect(code).to.equal(1);
      expect(document.sales).to.include({ matched: 5, different: 1 });
      expect(document.findings).to.have.length(1);
      expect(document.findings[0]?.differences).to.deep.equal([{ field, source, chain }]);
    });
  }

  it("takes no offence at a role that earns nothing on a kind, nor at credits that are not given", async () => {
    const lines = SALES.map((line) => line.split(",").toSpliced(-1, 1, "").join(","));
    expect((await run(lines, REFUNDS)).code).to.equal(0);
  });

  it("tells what is missing on chain, and why a refund is", async () => {
    const more = "s-9,c,renewal,70,USDC,2025-01-09,,";
    const refunds = [...REFUNDS, "r-8,s-9,1,x,2025-01-20", "r-9,s-3,1,x,2025-01-20"];
    const { code, document } = await run([...SALES, more], refunds);
    expect(code).to.equal(1);
    expect(document.findings.map(({ id, status, note }) => [id, status, note])).to.deep.equal([
      ["s-9", "missing", ""],
      ["r-8", "missing", "its sale is not posted"],
      ["r-9", "missing", ""],
    ]);
    expect(document.totals[1] ?? document.totals[0]).to.include({ source: "309", chain: "239" });
  });

  it("tells what the source does not know, and refunds that differ", async () => {
    const { code, document } = await run(SALES.slice(1), ["r-2,s-3,2,part,2025-02-01"]);
    expect(code).to.equal(1);
    expect(document.findings.map(({ id, status }) => [id, status])).to.deep.equal([
      ["s-1", "unknown"],
      ["r-2", "different"],
      ["r-1", "unknown"],
    ]);
    expect(document.findings[1]?.differences).to.deep.equal([
      { field: "sale", source: "s-3", chain: "s-2" },
      { field: "amount", source: "2", chain: "2.5" },
    ]);
    expect(document.findings[2]?.note).to.match(/^taken back at the source, or never there: ./);
  });

  it("does not judge refunds where the source's are not given", async () => {
    const { code, document } = await run(SALES);
    expect(code).to.equal(0);
    expect(document.refunds).to.deep.include({ matched: 0, unknown: 0, refunded: 2 });
  });

  it("takes a month by the source's dates, whenever it was posted", async () => {
    const january = await run(SALES, REFUNDS, { month: "2025-01" });
    expect(january.code).to.equal(0);
    expect(january.document.sales).to.include({ matched: 5, unknown: 0 });
    expect(january.document.refunds).to.include({ matched: 1, unknown: 0 });
    const february = await run(SALES, REFUNDS, { month: "2025-02" });
    expect(february.document.sales).to.include({ matched: 1, unknown: 0 });
    expect(february.document.refunds).to.include({ matched: 1 });
    // What the source does not know at all is found in the month of its posting.
    const without = await run(SALES.slice(0, 5), REFUNDS, { month: "2025-02" });
    expect(without.document.findings).to.deep.include.members([
      { what: "sale", id: "s-6", sale: "s-6", status: "unknown", differences: [], note: "" },
    ]);
    expect((await run(SALES.slice(0, 5), REFUNDS, { month: "2025-01" })).code).to.equal(0);
  });

  it("writes every sale and refund for a spreadsheet", async () => {
    const file = join(out, "january.csv");
    await run(
      changed("99.00", "=1+1,98").map((line) => line.replace("=1+1,", "")),
      REFUNDS,
      {
        out: file,
      },
    );
    const rows = await readTable(file, {
      required: [
        ...["what", "id", "sale", "status", "field", "source", "chain", "currency"],
        ...[
          "source_amount",
          "chain_currency",
          "chain_amount",
          "refunded",
          "note",
          "occurred_at",
          "posted_at",
        ],
        "transaction",
      ],
    });
    expect(rows).to.have.length(8);
    const first = rows.find((row) => row.get("id") === "s-1");
    const cells = ["status", "field", "source", "chain", "refunded", "note"];
    expect(cells.map((column) => first?.get(column))).to.deep.equal([
      ...["different", "amount", "98", "99", "99", "refunded"],
    ]);
    expect(rows.some((row) => row.get("id") === LONG)).to.equal(true);
  });

  for (const [symbol, source, sum] of [
    ["USDC", "7", "246"],
    ["DOGE", "", "239"],
  ] as const) {
    it(`keeps both currencies apart where the source has ${symbol} and the chain ETH`, async () => {
      const file = join(out, "currency.csv");
      const { document } = await run(changed("10,ETH", `7,${symbol}`), REFUNDS, { out: file });
      expect(document.findings[0]?.differences).to.deep.equal([
        { field: "currency", source: symbol, chain: "ETH" },
        { field: "amount", source: `7 ${symbol}`, chain: "10 ETH" },
      ]);
      expect(document.totals).to.deep.include.members([
        { currency: "ETH", source: "0", chain: "10", refundedSource: "2.5", refundedChain: "2.5" },
        { currency: "USDC", source: sum, chain: "239", refundedSource: "99", refundedChain: "99" },
      ]);
      const rows = await readTable(file, { required: [], open: true });
      const row = rows.find((one) => one.get("id") === "s-2");
      const cells = ["currency", "source_amount", "chain_currency", "chain_amount", "refunded"];
      expect(cells.map((column) => row?.get(column))).to.deep.equal([
        ...[source && symbol, source, "ETH", "10", "2.5"],
      ]);
    });
  }

  it("tells a refund of a sale in another currency in that of each", async () => {
    const { document } = await run(SALES, [
      "r-1,s-1,99,back,2025-01-20",
      "r-2,s-3,2,part,2025-02-01",
    ]);
    expect(document.totals).to.deep.include.members([
      { currency: "ETH", source: "10", chain: "10", refundedSource: "0", refundedChain: "2.5" },
      { currency: "USDC", source: "239", chain: "239", refundedSource: "101", refundedChain: "99" },
    ]);
  });

  it("shows a table to people", async () => {
    const sales = await salesFile(folder, ...changed("99.00", "98"));
    const options = { program: program.address, sales, json: false };
    const { code, stdout } = await runVerb(world, reconcile, options);
    expect(code).to.equal(1);
    expect(stdout).to.match(/sales +5 +1 +0 +0 +2/);
    const month = { ...options, month: "2025-01" };
    expect((await runVerb(world, reconcile, month)).stdout).to.include(
      "January 2025, from 2025-01-01 00:00:00 UTC to before 2025-02-01 00:00:00 UTC: the source",
    );
    expect(stdout).to.match(/sale +s-1 +different +amount 98 \/ 99; refunded/);
  });

  it("refuses a source with one sale twice, or an unreadable one", async () => {
    const ask = async (text: string) =>
      refusalOf(world, reconcile, {
        program: program.address,
        sales: await folder.write("bad.csv", `${SALES_HEADER}\n${text}\n`),
      });
    expect(await ask(`${SALES[0]}\n${SALES[0]}`)).to.include("line 3, column sale_id");
    expect(await ask("s-1,c,initial,many,USDC,2025-01-06,,")).to.include("column amount");
    expect(await ask("s-1,c,initial,1,USDC,soon,,")).to.include("column occurred_at");
    expect(await refusalOf(world, reconcile, { program: program.address })).to.include("--sales");
  });

  it("names the line that other weights would have made another", async () => {
    const lines = SALES.with(2, "s-3,c,initial,20,USDC,2025-01-08,pro,ana:support:1;ben:support:2");
    const other = await run(lines, REFUNDS);
    expect(other.document.findings[0]?.differences[0]?.field).to.equal("credits");
    const two = lines[2]?.replace("s-3", "w-1") ?? "";
    const parameters = { account: world.account, progress: quietProgress() };
    await postSales(program, { ...parameters, file: await salesFile(folder, two) });
    const only = { month: "2025-01" };
    expect((await run([...SALES, two], REFUNDS, only)).document.findings).to.deep.equal([]);
    const { code, document } = await run(
      [...SALES, two.replace("support:2", "support:3")],
      REFUNDS,
      only,
    );
    expect(code).to.equal(1);
    // 5 % of 20 less 2 %: a third and two thirds, a quarter and three.
    expect(document.findings.map(({ id, differences }) => [id, differences])).to.deep.equal([
      [
        "w-1",
        [
          { field: "line of ana:support", source: "0.245", chain: "0.326666" },
          { field: "line of ben:support", source: "0.735", chain: "0.653333" },
        ],
      ],
    ]);
  });

  describe("of a whole deal", () => {
    let deal: Deal;

    before(async () => {
      deal = await playDeal();
    });
    after(() => deal.close());

    it("sees pools, referrals, residual roles and disputes for what they are", async () => {
      const lines = [
        "s-2,c,initial,200,USDC,2025-01-06,p,ana:seller:2;cleo:seller:1;cleo:trust:1;ana:coach:1;ben:support:1",
        "s-3,c,renewal,60.123457,USDC,2025-01-06,p,ana:seller:1",
        "s-4,c,initial,30,USDC,2025-01-06,p,ben:seller:1;ana:coach:1",
        "s-5,c,initial,40,USDC,2025-01-06,p,ben:seller:1",
        "s-7,c,renewal,20,USDC,2025-01-06,p,cleo:seller:1",
        "c-1,c,completion,50,USDC,2025-01-06,p,ben:seller:1",
        "e-1,c,initial,3.000000000000000007,ETH,2025-01-06,p,ben:seller:1;cleo:trust:1",
        "s-11,c,renewal,90,USDC,2025-01-06,p,ana:seller:1;ben:seller:1",
        "s-13,c,upgrade,70,USDC,2025-01-06,p,ben:seller:1;ben:coach:1",
      ];
      const { stdout } = await runVerb(deal.world, reconcile, {
        program: deal.program.address,
        sales: await salesFile(folder, ...lines),
        month: "2025-01",
        out: join(out, "deal.csv"),
        json: true,
      });
      const document = JSON.parse(stdout) as Document;
      expect(document.sales).to.include({ matched: 9, different: 0, missing: 0 });
      const rows = await readTable(join(out, "deal.csv"), {
        required: [
          ...["what", "id", "sale", "status", "field", "source", "chain", "currency"],
          ...[
            "source_amount",
            "chain_currency",
            "chain_amount",
            "refunded",
            "note",
            "occurred_at",
            "posted_at",
          ],
          "transaction",
        ],
      });
      const notes = new Map(rows.map((row) => [row.get("id"), row.get("note")]));
      expect(notes.get("s-4")).to.equal("void after a dispute");
      expect(notes.get("s-7")).to.equal("refunded");
      expect(notes.get("s-5")).to.equal("stands after a dispute");
    });
  });
});
