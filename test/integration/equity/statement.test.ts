import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { formatUnits, parseUnits } from "viem";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { ANA, BEN, CLEO, type EquityWorld, OPERATOR, openEquityWorld } from "./openEquityWorld.ts";

type Row = Record<string, string>;

describe("equity statement and audit, by commands", function () {
  this.timeout(600_000);
  let world: EquityWorld;
  let plan: EquityPlan;

  before(async () => {
    world = await openEquityWorld();
    plan = await world.create({ classes: ["0"], multiple: undefined });
    const file = await world.grantsFile(
      `ana,${ANA},40000,0,2026-01-01,,1460d,,,,10%,`,
      `ben,${BEN},60000,0,2025-01-01,,,,,,,`,
    );
    await act("grant", "--grants", file);
    await world.pay(plan, "1000");
    await act("claim", "--all");
    await world.wait(365);
    await act("claim", "--grant", "1");
    await act("dismiss", "--grant", "1", "--from", OPERATOR);
    await act("move", "--grant", "2", "--to", CLEO, "--from", BEN);
    await world.wait(8);
    await act("move", "--grant", "2", "--to", CLEO, "--from", CLEO);
    await world.wait(30);
    await act("finish-leave", "--grant", "1");
    await world.pay(plan, "100");
    await act("claim", "--grant", "2");
  });
  after(() => world.close());

  const act = (name: string, ...rest: string[]) =>
    world.done("equity", name, ...rest, "--plan", plan.address);

  it("tells what each grant earned, holds, is owed and was paid", async () => {
    const { rows, entries } = await act("statement");
    expect(entries).to.deep.equal([]);
    expect(rows.map(({ grant, currency }: Row) => [grant, currency])).to.deep.equal([
      [1, "USDC"],
      [2, "USDC"],
    ]);
    for (const row of rows as Row[]) {
      const sum = ["held", "payable", "owed", "paid"].map((name) => parseUnits(row[name] ?? "", 6));
      expect(
        formatUnits(
          sum.reduce((a, b) => a + b),
          6,
        ),
      ).to.equal(row.earned);
    }
  });

  it("tells the days of one grant in the order of time, which add up to what it has", async () => {
    const { rows, entries } = await act("statement", "--grant", "1");
    expect(rows).to.have.length(1);
    const whats = (entries as Row[]).map(({ what }) => what);
    expect(whats.slice(0, 2)).to.deep.equal(["granted", "earned"]);
    expect(whats).to.include.members(["paid", "withheld", "notice given", "left", "lost"]);
    const changes = (entries as Row[])
      .filter(({ what }) => what === "earned" || what === "lost")
      .map(({ amount }) => parseUnits(amount ?? "", 6));
    expect(
      formatUnits(
        changes.reduce((a, b) => a + b),
        6,
      ),
    ).to.equal(rows[0].earned);
    const times = (entries as Row[]).map(({ at }) => at ?? "");
    expect([...times].sort()).to.deep.equal(times);
  });

  it("tells the whole past of a grant that moved to a wallet, and nothing of who had it", async () => {
    const { rows, entries } = await act("statement", "--wallet", CLEO);
    expect(rows.map(({ holder }: Row) => holder)).to.deep.equal([CLEO]);
    expect(entries[0].what).to.equal("granted");
    expect((await act("statement", "--wallet", BEN)).rows).to.deep.equal([]);
  });

  it("draws the plan from its events, up to the price that is given", async () => {
    const report = world.folder.path("plan.html");
    const { rows } = await act("statement", "--report", report, "--upto", "500");
    const page = await readFile(report, "utf8");
    expect(page).to.include(`${plan.address}, chain 31337, block`);
    for (const [index, { holder, payable }] of (rows as Row[]).entries()) {
      expect(page).to.include(`<h3>Grant ${index + 1}</h3>\n<p>${holder}: `);
      expect(page).to.include(`<td class="amount">${payable}</td>`);
    }
    // What it says of a price is what comes of that money.
    const drawn = [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = ""]) =>
      [...cells.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, text = ""]) => text),
    );
    const from = drawn.findIndex(([, who]) => who === "grant 2");
    const [, ...names] = drawn[from] ?? [];
    const [, ...parts] = drawn.find((row, index) => index > from && row[0] === "500") ?? [];
    await world.pay(plan, "500");
    await act("sync");
    const { rows: after } = await act("statement");
    const cents = (row: Row | undefined) => parseUnits(row?.earned ?? "", 6);
    for (const [index, row] of (after as Row[]).entries()) {
      const more = formatUnits(cents(row) - cents(rows[index]), 6);
      expect(parts[names.indexOf(`grant ${index + 1}`)], `grant ${index + 1}`).to.equal(more);
      expect(Number(more)).to.be.greaterThan(50);
    }
  });

  it("draws the grants of one holder, and others together", async () => {
    const report = world.folder.path("own.html");
    await act("statement", "--wallet", CLEO, "--report", report);
    const page = await readFile(report, "utf8");
    expect(page).to.include("<h3>Grant 2</h3>");
    expect(page).to.not.include("<h3>Grant 1</h3>");
    expect(page).to.match(/<th[^>]*>grant 2<\/th><th[^>]*>other grants<\/th>/);
  });

  it("says what a report cannot be of", async () => {
    const refused = (...options: string[]) =>
      world.refused("equity", "statement", "--plan", plan.address, ...options);
    expect(await refused("--upto", "5")).to.include("--report");
    expect(await refused("--report", world.folder.path("plan.pdf"))).to.include(".html");
    const report = ["--report", world.folder.path("plan.html")];
    expect(await refused(...report, "--upto", "EUR=5")).to.include("USDC");
    expect(await refused(...report, "--upto", "1,000")).to.include("without commas");
  });

  it("audits the plan", async () => {
    const json = await act("audit");
    expect(json).to.deep.include({ equal: true, differences: [] });
    expect(json.checked).to.deep.equal({ grants: 2, balances: 14 });
  });
});
