import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { waitFor } from "../../../scripts/chain/send.ts";
import { openEquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { safeguardsMissing } from "../../../scripts/equity/create/refuseCarelessPlan.ts";
import { startCommand } from "../../posting/support/startCommand.ts";
import { type RpcProxy, startProxy } from "../../posting/support/startProxy.ts";
import {
  ANA,
  ARBITER,
  BEN,
  DAY,
  type EquityWorld,
  GUARDIAN,
  OPERATOR,
  openEquityWorld,
  PLAN,
  START,
  TAX,
  TREASURY,
} from "./openEquityWorld.ts";

const SCHEMA = new URL("../../../schema/plan.schema.json", import.meta.url);

describe("equity create and grant", function () {
  this.timeout(600_000);
  let world: EquityWorld;

  before(async () => {
    world = await openEquityWorld();
  });
  after(() => world.close());

  const planFile = (plan: object, name = "plan.json") =>
    world.folder.write(name, JSON.stringify(plan));

  it("creates a plan with all that its file says", async () => {
    const file = await planFile(PLAN);
    const { plan: address, currencies } = await world.done("equity", "create", "--plan", file);
    expect(currencies).to.have.length(1);
    expect(currencies[0]).to.include({ symbol: "USDC", decimals: 6 });
    const { settings } = await openEquityPlan(world.chain, address);
    expect(settings).to.deep.include({
      ...{ name: "Team", operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN },
      ...{ treasury: TREASURY, taxAccount: TAX, authorised: 100_000n, restToTreasury: false },
      ...{ restClass: 0, flow: false, hurdles: [[0n], [5_000_000n]] },
      ...{ resignLoss: 200_000, causeLoss: 500_000, window: 365 * DAY, notice: 30 * DAY },
      ...{ pauseLimit: 90 * DAY, callWindow: 365 * DAY, multiple: 3_000_000, period: 30 * DAY },
      ...{ handover: 7 * DAY, move: 7 * DAY, silence: 360 * DAY },
    });
    expect(settings.start).to.be.at.least(START);
  });

  it("gives what the file leaves open to who creates, and takes hurdles of each currency", async () => {
    const plan = {
      ...{ authorised: "10", currencies: ["USDC", "ETH"] },
      classes: ["0", { USDC: "5.00", ETH: "0.002" }, { ETH: "1" }],
    };
    const file = await planFile(plan);
    const { plan: address } = await world.done("equity", "create", "--plan", file);
    const { settings, currencies } = await openEquityPlan(world.chain, address);
    expect(currencies.map(({ symbol }) => symbol)).to.deep.equal(["ETH", "USDC"]);
    expect(settings.hurdles).to.deep.equal([
      [0n, 0n],
      [2n * 10n ** 15n, 5_000_000n],
      [10n ** 18n, 0n],
    ]);
    expect(settings.operator).to.equal(OPERATOR);
    expect(settings.treasury).to.equal(OPERATOR);
    expect(settings.callWindow).to.equal(0);
  });

  it("tells all mistakes of a file at once", async () => {
    const file = await planFile({
      ...{ ...PLAN, currencies: ["USDC", "ETH"], notice: "1h", resignLoss: "120%" },
      ...{ classes: ["1", "5"], restClass: 3 },
    });
    const told = await world.refused("equity", "create", "--plan", file);
    for (const part of ["currency", "resignLoss", "classes[0]", "classes[1]", "restClass"])
      expect(told).to.include(`  ${part}: found`);
    const other = await planFile({ ...PLAN, notice: "1h", flow: true }, "live.json");
    const live = await world.refused("equity", "create", "--plan", other);
    expect(live).to.include("notice: found 3600 s; allowed: a day at least");
    expect(live).to.include("multiple: found one beside `flow`");
  });

  it("reads the same file where it simulates", async () => {
    const plan = await planFile({
      ...PLAN,
      currencies: ["ETH", "USDC"],
      currency: undefined,
      classes: ["0"],
    });
    const grants = await world.grantsFile(
      `a,${ANA},60000,0,2026-01-01,,,,,,,`,
      `b,${BEN},40000,0,2026-01-01,,,,,,,`,
    );
    const happenings = await world.folder.write(
      "happenings.csv",
      "occurred_at,what,grant,amount,currency\n2026-02-01,money,,1000,USDC\n2026-02-01,money,,2.5,ETH\n2026-02-02,claim,a,,\n",
    );
    const files = ["--plan", plan, "--grants", grants, "--happenings", happenings];
    const json = await world.done("equity", "simulate", ...files, "--at", "2026-03-01");
    expect(
      json.rows.map(({ grant, currency, paid, payable }: Record<string, string>) => [
        grant,
        currency,
        paid,
        payable,
      ]),
    ).to.deep.equal([
      ["a", "ETH", "1.5", "0"],
      ["a", "USDC", "600", "0"],
      ["b", "ETH", "0", "1"],
      ["b", "USDC", "0", "400"],
    ]);
    expect(json.currencies).to.have.length(2);
    const report = world.folder.path("plan.html");
    const upto = ["--report", report, "--upto", "USDC=5000;ETH=3"];
    await world.done("equity", "simulate", ...files, "--at", "2026-03-01", ...upto);
    const page = await readFile(report, "utf8");
    for (const [symbol, ...amounts] of [
      ["ETH", "3", "1.8", "1.2", "0"],
      ["USDC", "5,000", "3,000", "2,000", "0"],
    ]) {
      expect(page).to.include(`<h3>By grant, in ${symbol}</h3>`);
      const cells = amounts.map((amount) => `<td class="amount">${amount}</td>`);
      expect(page).to.include(`<tr>${cells.join("")}</tr>`);
    }
    // In a plan of several currencies an amount alone is of none.
    const alone = ["--report", report, "--upto", "5000"];
    expect(await world.refused("equity", "simulate", ...files, ...alone)).to.include(
      '"ETH" or "USDC"',
    );
  });

  it("has a schema that names every setting, with words for each", async () => {
    const { properties } = JSON.parse(await readFile(SCHEMA, "utf8"));
    for (const [name, one] of Object.entries<{ description?: string }>(properties))
      if (name !== "$schema") expect(one.description, name).to.be.a("string");
  });

  it("measures what a plan costs, and sends nothing", async () => {
    const file = await planFile(PLAN);
    const before = await world.chain.client.getBlockNumber();
    const json = await world.done("equity", "create", "--plan", file, "--dry-run");
    expect(json.shared).to.equal(null);
    expect(json.created.transactions).to.equal(1);
    expect(json.created.gas).to.be.within(100_000, 1_000_000);
    expect(await world.chain.client.getBlockNumber()).to.equal(before);
  });

  it("hands out the call that creates a plan, and tells where it will be", async () => {
    const file = await planFile({ authorised: "10", currency: "ETH", operator: BEN }, "eth.json");
    const create = ["equity", "create", "--plan", file, "--calldata", "--from", ANA];
    const { plan: address, calls, from } = await world.done(...create);
    expect(from).to.equal(ANA);
    expect(calls.map((call: { function: string }) => call.function)).to.deep.equal(["create"]);
    const { to, data } = calls[0];
    const { wallet } = world.chain;
    const hash = await wallet.sendTransaction({ account: ANA, chain: wallet.chain, to, data });
    await waitFor(world.chain, hash);
    const { settings } = await openEquityPlan(world.chain, address);
    expect(settings).to.include({ operator: BEN, arbiter: ANA, treasury: ANA });
    const token = await planFile({ authorised: "10", currency: "EURC" }, "eurc.json");
    const other = ["equity", "create", "--plan", token, "--calldata", "--from", ANA];
    expect(await world.refused(...other)).to.include('no address for the currency "EURC"');
  });

  it("refuses on a live network what leaves everything to one key", async () => {
    const live: RpcProxy = await startProxy(world.server.url, {
      refuse: (method) =>
        method === "hardhat_metadata"
          ? { code: -32_601, message: "the method does not exist" }
          : undefined,
    });
    const create = (file: string) =>
      startCommand(live.url, ["equity", "create", "--plan", file]).ended;
    const careless = await create(
      await planFile({ authorised: "10", currency: "ETH" }, "careless.json"),
    );
    await live.close();
    expect(careless.status).to.equal(1);
    expect(careless.stderr).to.include("leaves everything to whoever steals one key");
    expect(careless.stderr).to.include("no guardian");
    const powers = { operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN };
    const whole = { ...powers, treasury: TREASURY, taxAccount: undefined };
    expect(safeguardsMissing(OPERATOR, whole)).to.deep.equal([]);
    expect(safeguardsMissing(OPERATOR, { ...whole, guardian: undefined })).to.have.length(1);
    expect(safeguardsMissing(OPERATOR, { ...whole, treasury: undefined })).to.have.length(1);
    expect(safeguardsMissing(OPERATOR, { ...whole, arbiter: undefined })).to.have.length(1);
  });

  it("makes the grants of a file once, and passes over those that are there", async () => {
    const { address } = await world.create();
    await world.folder.write("ana.txt", "what we agreed");
    const ana = `ana,${ANA},48000,0,2026-01-01,365d,1460d,2628000s,25%,50%,10%,ana.txt`;
    const twins = [`ben-1,${BEN},100,1,2025-01-01,,,,,,,`, `ben-2,${BEN},100,1,2025-01-01,,,,,,,`];
    const grant = (file: string) =>
      world.done("equity", "grant", "--plan", address, "--grants", file);
    const first = await grant(await world.grantsFile(ana, twins[0] ?? ""));
    expect(first).to.include({ granted: 2, alreadyGranted: 0, transactions: 1 });
    expect(first.grants.map(({ number }: { number: number }) => number)).to.deep.equal([1, 2]);
    const second = await grant(await world.grantsFile(ana, ...twins));
    expect(second).to.include({ granted: 1, alreadyGranted: 2, transactions: 1 });
    expect(
      second.grants.map(({ number, already }: { number: number; already: boolean }) => [
        ...[number, already],
      ]),
    ).to.deep.equal([
      [1, true],
      [2, true],
      [3, false],
    ]);
    const third = await grant(await world.grantsFile(...twins, ana));
    expect(third).to.include({ granted: 0, alreadyGranted: 3, transactions: 0 });
  });

  it("refuses grants that the plan cannot have before anything is sent", async () => {
    const { address } = await world.create({ taxAccount: undefined });
    const grant = async (line: string) =>
      world.refused("equity", "grant", "--plan", address, "--grants", await world.grantsFile(line));
    expect(await grant(`a,${ANA},100001,0,2026-01-01,,,,,,,`)).to.match(
      /100001 units .* 100000 units of 100000/s,
    );
    expect(await grant("a,Ana,1,0,2026-01-01,,,,,,,")).to.include('"Ana"');
    expect(await grant(`a,${ANA},1,2,2026-01-01,,,,,,,`)).to.include("the number of a class");
    expect(await grant(`a,${ANA},1,0,2026-01-01,,,,,,,nowhere.txt`)).to.include("nowhere.txt");
    expect(await grant(`a,${ANA},1,0,2026-01-01,,,,,,10%,`)).to.include("no tax account");
    const other = await world.refused("equity", "grant", "--plan", ANA, "--grants", "x.csv");
    expect(other).to.include("There is no plan at");
  });
});
