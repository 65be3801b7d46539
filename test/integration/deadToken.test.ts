import { mkdir } from "node:fs/promises";
import { expect } from "chai";
import type { Address } from "viem";
import { readDecimals } from "../../scripts/chain/deploy/readDecimals.ts";
import { openProgram } from "../../scripts/chain/openProgram.ts";
import { openSafeWorld, type SafeWorld } from "./handOut/openSafeWorld.ts";
import { refusal } from "./support/refusal.ts";
import { PARTNERS, SALES_HEADER } from "./support/seed.ts";

const OPERATOR = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const SALES = [
  SALES_HEADER,
  "s-1,c,initial,300,USDC,2025-01-05,p,ana:integration:1",
  "s-2,c,initial,2,ETH,2025-01-05,p,ana:integration:1",
  "",
].join("\n");

describe("F7: a token that stops answering", function () {
  this.timeout(600_000);
  let world: SafeWorld;
  /** Where the token lay, by which it goes now. */
  let usdc: Address;
  let sales: string;

  before(async () => {
    world = await openSafeWorld({
      ...{ operator: OPERATOR, attributor: OPERATOR, arbiter: OPERATOR, treasury: OPERATOR },
    });
    const partners = await world.folder.write("partners.csv", PARTNERS);
    sales = await world.folder.write("sales.csv", SALES);
    await done("partners", "enroll", "--file", partners);
    await done("sales", "post", "--sales", sales);
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [100 * 86_400] });
    await provider.request({ method: "evm_mine", params: [] });
    const token = world.program.currencies.find(({ symbol }) => symbol === "USDC");
    if (token === undefined) throw new Error("no USDC");
    usdc = token.address;
    await provider.request({ method: "hardhat_setCode", params: [usdc, "0xfe"] });
  });
  after(() => world?.close());

  const run = (...command: string[]) => world.run(...command, "--program", world.program.address);
  const done = async (...command: string[]) => {
    const { status, stderr, json } = await run(...command);
    expect(status, `${command.join(" ")}: ${stderr}`).to.equal(0);
    return { json, stderr };
  };

  it("keeps its decimals, which the program has, and goes by its address", async () => {
    const { currencies, silent } = await openProgram(world.chain, world.program.address);
    expect(currencies.map(({ symbol, decimals }) => [symbol, decimals])).to.deep.equal([
      ["ETH", 18],
      [usdc, 6],
    ]);
    expect(silent.map(({ symbol }) => symbol)).to.deep.equal([usdc]);
  });

  it("stops no command that only reads; each says once that it is so", async () => {
    const month = ["--month", "2025-01", "--out", world.folder.path("ana.html")];
    for (const command of [
      ["statement"],
      ["program", "show"],
      ["audit"],
      ["sales", "status"],
      ["report", "statement", "--partner", "ana", ...month],
      ["report", "reconcile", "--sales", sales],
    ]) {
      const { stderr } = await done(...command);
      const said = stderr.split(`${usdc} does not answer`).length - 1;
      expect(said, command.join(" ")).to.equal(1);
    }
  });

  it("shows no number that is not known", async () => {
    const { totals, solvent } = (await done("program", "show")).json;
    expect(solvent).to.equal(null);
    const [ether, token] = totals;
    expect(ether).to.include({ answers: true, balance: "0.34", owed: "0.34", uncounted: "0" });
    expect(token).to.include({ answers: false, balance: null, owed: "51", uncounted: null });
    const { silent, equal } = (await done("audit")).json;
    expect([equal, silent]).to.deep.equal([true, [usdc]]);
  });

  it("goes by the name that a file has for it, so that sales are the source's and terms can be amended", async () => {
    const { totals, sales: matched } = (await done("report", "reconcile", "--sales", sales)).json;
    expect(matched).to.include({ matched: 2, different: 0 });
    expect(totals.map((one: { currency: string }) => one.currency)).to.include("USDC");
    const terms = ["--terms", world.folder.path("terms.json"), "--dry-run"];
    const { json } = await done("terms", "propose", ...terms);
    expect(json.calls[0].function).to.equal("proposeAmendment");
  });

  for (const [what, command] of [
    ["into the funds", ["program", "fund", "--amount", "1"]],
    ["as revenue", ["program", "pay", "--kind", "initial", "--amount", "1"]],
    ["by a permit", ["program", "pay", "--kind", "initial", "--amount", "1", "--permit"]],
    ["for a sale", ["sales", "pay", "--sale", "s-9", "--kind", "initial", "--amount", "1"]],
    ["out of the funds", ["program", "withdraw", "--amount", "1"]],
    ["by plain transfer", ["program", "sync"]],
    ["into a reserve", ["reserve", "add", "--amount", "1"]],
  ] as const) {
    it(`is told of where something is to be paid ${what}`, async () => {
      const { status, stderr, stdout } = await run(...command, "--currency", usdc);
      expect([status, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.include("so that nothing of it can be paid in or out");
      expect(stderr).to.include("Nothing was sent.");
    });
  }

  it("is told of where a sale has to be funded in it", async () => {
    const more = ["s-3", "s-4"].map(
      (id) => `${id},c,initial,900,${usdc},2025-04-15,p,ana:integration:1`,
    );
    const file = await world.folder.write("more.csv", [SALES_HEADER, ...more, ""].join("\n"));
    const { status, stderr } = await run("sales", "post", "--sales", file);
    expect(status).to.equal(1);
    expect(stderr).to.include(`${usdc}, which does not answer`);
  });

  it("is told of where terms are to be deployed with it", async () => {
    await mkdir(world.folder.path("parameters"));
    const currencies = JSON.stringify({ currencies: { USDC: usdc } });
    await world.folder.write("parameters/localhost.json", currencies);
    const error = await refusal(readDecimals(world.chain, world.folder.path(""), ["USDC"]));
    expect(error.message).to.include("has for USDC does not say its decimals").and.include(usdc);
  });

  it("keeps nobody from being paid in the others", async () => {
    const { json } = await done("claim", "--partner", "ana");
    expect(json.paid).to.have.length(1);
    expect(json.paid[0]).to.include({ currency: "ETH", amount: "0.3" });
    const all = (await done("claim", "--all")).json;
    expect(all.paid.map((one: { partner: string }) => one.partner)).to.deep.equal(["moderators"]);
  });
});
