import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { type Address, erc20Abi } from "viem";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import {
  ANA,
  ARBITER,
  BEN,
  CLEO,
  DAY,
  type EquityWorld,
  GUARDIAN,
  OPERATOR,
  openEquityWorld,
  START,
  TAX,
  TREASURY,
} from "./openEquityWorld.ts";

const ELSEWHERE: Address = "0x000000000000000000000000000000000000bEEF";

describe("the acts of an equity plan", function () {
  this.timeout(900_000);
  let world: EquityWorld;
  let plan: EquityPlan;

  before(async () => {
    world = await openEquityWorld();
    plan = await world.create({ classes: ["0"], currency: undefined, currencies: ["USDC", "ETH"] });
    const file = await world.grantsFile(
      `ana,${ANA},40000,0,2026-01-01,0d,1460d,,50%,50%,10%,`,
      `ben,${BEN},30000,0,2025-01-01,,,,,,,`,
      `cleo,${CLEO},20000,0,2025-01-01,,,,,,,`,
    );
    await act("grant", "--grants", file);
  });
  after(() => world.close());

  const at = () => ["--plan", plan.address];
  const act = (name: string, ...rest: string[]) => world.done("equity", name, ...rest, ...at());
  const refused = (name: string, ...rest: string[]) =>
    world.refused("equity", name, ...rest, ...at());
  const of = (id: number) => ["--grant", String(id)];
  const by = (account: string) => ["--from", account];
  const usdcOf = (holder: Address) =>
    world.chain.client.readContract({
      ...{ address: plan.currencies[1]?.address ?? plan.address, abi: erc20Abi },
      ...{ functionName: "balanceOf", args: [holder] },
    });

  it("shares what arrived and pays a grant, its tax account, all of them, and elsewhere by signature", async () => {
    await world.pay(plan, "900");
    await world.pay(plan, "9", "ETH");
    const before = await usdcOf(BEN);
    const ben = await act("claim", ...of(2));
    expect(ben.holder).to.equal(BEN);
    const amounts = ben.paid.map(({ currency, amount }: Record<string, string>) => [
      currency,
      amount,
    ]);
    expect(amounts).to.deep.equal([
      ["ETH", "3"],
      ["USDC", "300"],
    ]);
    expect((await usdcOf(BEN)) - before).to.equal(300_000_000n);
    const dry = await act("claim", "--all", "--dry-run");
    expect(dry.calls.map((call: { function: string }) => call.function)).to.deep.equal([
      "claimMany",
      "claimMany",
    ]);
    const file = world.folder.path("cleo.json");
    const signed = await act("claim", ...of(3), "--to", ELSEWHERE, "--sign", file, ...by(CLEO));
    expect(signed.acts.map((one: { act: string }) => one.act)).to.deep.equal([
      "ClaimTo",
      "ClaimTo",
    ]);
    const post = (path: string) => world.done("acts", "post", "--file", path, ...at(), ...by(TAX));
    const second = file.replace(".json", "-2.json");
    expect((await world.run("acts", "post", "--file", second, ...at())).stderr).to.include(
      "comes first",
    );
    expect(JSON.parse(await readFile(file, "utf8")).plan).to.equal(plan.address);
    expect(await post(file)).to.include({ plan: plan.address, signer: CLEO, act: "ClaimTo" });
    await post(second);
    expect(await usdcOf(ELSEWHERE)).to.equal(200_000_000n);
    expect(await world.chain.client.getBalance({ address: ELSEWHERE })).to.equal(
      2_000_000_000_000_000_000n,
    );
    await world.wait(365);
    const all = await act("claim", "--all", "--currency", "USDC");
    const whom = all.paid.map(({ grant, power }: Record<string, unknown>) => grant ?? power);
    expect(whom).to.deep.equal([1, "tax account"]);
    expect(all.paid[0].withheld).to.equal(all.paid[1].amount);
    expect(all.unpaid).to.deep.equal([]);
    expect((await act("claim", ...of(2), "--currency", "USDC")).paid).to.deep.equal([]);
  });

  it("hands out what a contract is to do", async () => {
    const json = await act("pause", ...of(1), "--calldata", ...by(OPERATOR));
    expect(json).to.deep.include({ plan: plan.address });
    expect(json.calls.map((one: { function: string }) => one.function)).to.deep.equal(["pause"]);
    const safe = await world.refused(
      ...["equity", "pause", ...at(), ...of(1), "--safe", "x.json", ...by(OPERATOR)],
    );
    expect(safe).to.include("There is no Safe at");
  });

  it("pauses and resumes a clock", async () => {
    const { runsAgainAt } = await act("pause", ...of(1), ...by(OPERATOR));
    expect(runsAgainAt - (await world.now())).to.equal(90 * DAY);
    expect(await refused("pause", ...of(1))).to.include("stands still already");
    await world.wait(10);
    const { pausedFor } = await act("resume", ...of(1), ...by(GUARDIAN));
    expect(pausedFor).to.be.within(10 * DAY, 10 * DAY + 600);
    expect(await refused("resume", ...of(1))).to.include("clock of grant 1 runs");
    expect(await refused("pause", ...of(1), ...by(ANA))).to.include("not the plan's operator");
  });

  it("lets holders resign and be dismissed, and takes it back", async () => {
    expect(await refused("resign", ...of(2), "--date", "2027-01-15", ...by(BEN))).to.include(
      "sooner than the plan's notice",
    );
    const file = world.folder.path("ben.json");
    await act("resign", ...of(2), "--sign", file, ...by(BEN));
    await world.done("acts", "post", "--file", file, ...at());
    const shown = await act("show", ...of(2));
    expect(shown.leave).to.include({ kind: "resigned", booked: false });
    await act("resign", ...of(2), "--withdraw", ...by(BEN));
    const { leaves } = await act("dismiss", ...of(2), "--reason", "no work", ...by(OPERATOR));
    expect(leaves - (await world.now())).to.be.within(30 * DAY, 30 * DAY + 3_600);
    await act("dismiss", ...of(2), "--withdraw", ...by(GUARDIAN));
    const evidence = await world.folder.write("evidence.txt", "what happened");
    const cause = await act(
      ...["dismiss", ...of(2), "--cause", "--reason", "theft"],
      ...["--evidence", evidence, ...by(ARBITER)],
    );
    expect(cause.kind).to.equal("cause");
    expect(await refused("finish-leave", ...of(2))).to.include("from");
    await world.wait(8);
    const left = await act("finish-leave", ...of(2));
    expect(left).to.include({ booked: true, kept: "15000", contingent: "0", lost: "15000" });
    expect(await refused("finish-leave", ...of(2))).to.include("Nothing of this kind waits");
  });

  it("moves a grant to another wallet, which finishes it", async () => {
    await act("move", ...of(3), "--to", TREASURY, ...by(CLEO));
    await act("move", ...of(3), "--cancel", ...by(ARBITER));
    expect(await refused("move", ...of(3), "--to", TREASURY, ...by(TREASURY))).to.include(
      "No move of grant 3",
    );
    const { moved, movesAt } = await act("move", ...of(3), "--to", TREASURY, ...by(CLEO));
    expect(moved).to.equal(false);
    expect(movesAt - (await world.now())).to.equal(7 * DAY);
    await world.wait(8);
    expect(await act("move", ...of(3), "--to", TREASURY, ...by(TREASURY))).to.include({
      moved: true,
    });
    const { grants } = await act("show", "--wallet", TREASURY);
    expect(grants.map(({ grant }: { grant: number }) => grant)).to.deep.equal([3]);
  });

  it("withholds more for the holder and less for the operator", async () => {
    await act("withhold", ...of(1), "--rate", "20%", ...by(ANA));
    expect(await refused("withhold", ...of(1), "--rate", "10%", ...by(ANA))).to.include(
      "wrong side",
    );
    await act("withhold", ...of(1), "--rate", "10%", ...by(OPERATOR));
    expect((await act("show", ...of(1))).withholding).to.equal("10%");
  });

  it("offers a price, takes it back, and sells for it", async () => {
    const price = ["--currency", "USDC", "--price", "1000"];
    expect(await act("offer", ...of(3), ...price, ...by(OPERATOR))).to.include({
      price: "1000",
      transactions: 2,
    });
    await act("offer", ...of(3), "--withdraw", ...by(GUARDIAN));
    await act("offer", ...of(3), "--currency", "ETH", "--price", "1.5", ...by(OPERATOR));
    await act("offer", ...of(3), ...price, ...by(OPERATOR));
    expect(await refused("accept", ...of(3), ...price, ...by(TREASURY))).to.include("from");
    await world.wait(8);
    const other = ["--currency", "USDC", "--price", "999"];
    expect(await refused("accept", ...of(3), ...other, ...by(TREASURY))).to.include(
      "not what you expect",
    );
    const before = await usdcOf(TREASURY);
    expect(await act("accept", ...of(3), ...price, ...by(TREASURY))).to.include({ units: "20000" });
    expect((await usdcOf(TREASURY)) - before).to.equal(1_000_000_000n);
    // The prices that were taken back are the treasury's.
    const { paid } = await act("claim", "--treasury");
    expect(
      paid.map(({ amount, power }: Record<string, string>) => [power, amount]),
    ).to.deep.include(["treasury", "1.5"]);
  });

  it("calls a leaver's units once the plan has shared money for twelve periods", async () => {
    await world.pay(plan, "550");
    const told = await act("call", ...of(2), ...by(OPERATOR));
    // Three times what 15,000 of 55,000 units brought in twelve periods.
    expect(told.prices).to.deep.equal([{ currency: "USDC", price: "450" }]);
    expect(told.units).to.equal("15000");
    expect(await refused("call", ...of(2), "--finish")).to.include("from");
    await world.wait(366);
    expect(await act("call", ...of(2), "--finish")).to.include({ units: "15000" });
    expect((await act("show", ...of(2))).units).to.equal("0");
  });

  it("announces an exit, vetoes it, and announces it anew", async () => {
    await act("exit", "--uri", "https://example.org/exit", ...by(OPERATOR));
    expect((await act("show")).exit.by).to.equal("operator");
    await act("exit", "--veto", ...by(ARBITER));
    expect((await act("show")).exit).to.equal(null);
    const { exitAt } = await act("exit", ...by(ARBITER));
    expect(exitAt - (await world.now())).to.equal(30 * DAY);
    expect(await refused("exit", ...by(OPERATOR))).to.include("An exit was declared");
    expect(await refused("exit", ...by(ANA))).to.include("may not do this");
  });

  it("passes powers on, lets units vote, and makes void what was signed", async () => {
    const power = ["--power", "guardian"];
    const { acceptFrom } = await act("power", ...power, "--to", BEN, ...by(GUARDIAN));
    expect(acceptFrom - (await world.now())).to.equal(7 * DAY);
    expect(await refused("power", ...power, "--accept", ...by(BEN))).to.include("from");
    await act("power", ...power, "--cancel", ...by(GUARDIAN));
    expect(await refused("power", ...power, "--cancel")).to.include("Nothing waits");
    const joint = await act("power", ...power, "--to", BEN, "--way", "joint", ...by(OPERATOR));
    expect(joint.acceptFrom).to.equal(null);
    await act("power", ...power, "--to", BEN, "--way", "joint", ...by(ARBITER));
    await world.wait(8);
    expect(await act("power", ...power, "--accept", ...by(BEN))).to.include({
      ...{ way: "joint", holder: BEN, accepted: true },
    });
    expect(await refused("power", "--power", "gardian")).to.include("guardian");
    expect(await act("vote", ...of(1))).to.include({ holder: ANA, votes: "40000" });
    const file = world.folder.path("vote.json");
    await act("vote", "--to", CLEO, "--sign", file, ...by(ANA));
    await act("unsign", ...by(ANA));
    const void_ = await world.refused("acts", "post", "--file", file, ...at());
    expect(void_).to.include("has made it void");
    expect(await act("vote", "--to", CLEO, ...by(ANA))).to.include({ to: CLEO, votes: "40000" });
    await act("alive", ...by(OPERATOR));
  });

  it("has a line pulled that it holds, and shares what arrived", async () => {
    const program = await world.deployProgram({
      ...{ name: "Sales", currencies: ["USDC"], period: "30d", kinds: ["initial"], roles: {} },
      standing: [{ name: "team", rate: "10%", holder: plan.address }],
    });
    const line = ["--program", program, "--line", "team", ...by(OPERATOR)];
    expect(await act("source", ...line)).to.include({ program, line: "team" });
    expect((await act("show")).sources).to.deep.equal([{ program, line: 0 }]);
    expect(await refused("source", ...line)).to.include("pulls from this line already");
    await world.pay(plan, "12.5");
    expect((await act("sync")).shared).to.deep.equal([{ currency: "USDC", amount: "12.5" }]);
    expect((await act("sync")).transactions).to.equal(0);
  });

  it("shows the plan with its money, for people and as a document", async () => {
    const json = await act("show");
    expect(json).to.include({ name: "Team", authorised: "100000", outstanding: "40000" });
    expect(json.grants.map(({ units }: { units: string }) => units)).to.deep.equal([
      ...["40000", "0", "0"],
    ]);
    for (const money of json.money) expect(money.solvent).to.equal(true);
    expect(json.powers).to.deep.include({ power: "tax account", holder: TAX });
    expect(json.terms.starts >= new Date(START * 1_000).toISOString().slice(0, 10)).to.equal(true);
    expect(await refused("show", ...of(9))).to.include("The plan has no grant 9");
  });
});
