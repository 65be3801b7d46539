import { expect } from "chai";
import { encodeFunctionData, erc20Abi, parseUnits } from "viem";
import { readProgram } from "../../../scripts/chain/readProgram.ts";
import { waitFor } from "../../../scripts/chain/send.ts";
import { ANA, BEN, CLEO, PARTNERS } from "../support/seed.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";
import { SAFE } from "./realSafe.ts";

describe("K6: powers and money by command", function () {
  this.timeout(600_000);
  let world: SafeWorld;

  before(async () => {
    world = await openSafeWorld({ guardian: SAFE, standby: BEN });
  });
  after(() => world.close());

  /** Has the Safe do what a command hands out. Returns the functions that it called. */
  const act = async (...command: string[]): Promise<string[]> => {
    const { json, batches } = await world.hand(...command);
    for (const batch of batches) await world.execute(batch);
    return json.calls.map((call: { function: string }) => call.function);
  };
  const run = async (...command: string[]) => {
    const ended = await world.run(...command, "--program", world.program.address);
    expect(ended.status, ended.stderr).to.equal(0);
    return ended.json;
  };
  const show = async (power: string) =>
    (await run("roles", "show")).powers.find((one: { power: string }) => one.power === power);
  const wait = async (days: number) => {
    const { provider } = world.chain.connection;
    await provider.request({ method: "evm_increaseTime", params: [days * 86_400] });
    await provider.request({ method: "evm_mine", params: [] });
  };
  const usdc = () => world.program.currencies.find(({ symbol }) => symbol === "USDC");
  const fundsNow = async () =>
    (await readProgram(world.program, "solvency", []))[usdc()?.index ?? 0]?.funds;

  it("shows who holds the powers", async () => {
    const { powers } = await run("roles", "show");
    expect(
      powers.map(({ power, holder }: Record<string, string>) => [power, holder]),
    ).to.deep.equal([
      ["operator", SAFE],
      ["attributor", SAFE],
      ["standby", BEN],
      ["arbiter", SAFE],
      ["guardian", SAFE],
    ]);
  });

  it("hands a power over in two steps, and takes a proposal back", async () => {
    expect(await act("roles", "propose", "--power", "attributor", "--to", ANA)).to.deep.equal([
      "proposePower",
    ]);
    const { proposals } = await show("attributor");
    expect(proposals[0]).to.deep.include({ way: "hand-over", to: ANA, by: ["operator"] });
    const early = await world.run(
      ...["roles", "accept", "--power", "attributor", "--from", ANA],
      ...["--program", world.program.address],
    );
    expect(early.status).to.equal(1);
    expect(await act("roles", "cancel", "--power", "attributor")).to.deep.equal(["cancelPower"]);
    expect((await show("attributor")).proposals).to.deep.equal([]);
    await act("roles", "propose", "--power", "attributor", "--to", ANA);
    await wait(8);
    await run("roles", "accept", "--power", "attributor", "--from", ANA);
    expect((await show("attributor")).holder).to.equal(ANA);
  });

  it("lets the guardian reset, remove, suspend, and put the standby in its place", async () => {
    expect(await act("roles", "reset")).to.deep.equal(["resetLimits"]);
    expect(await act("roles", "remove")).to.deep.equal(["removeAttributor"]);
    expect((await show("attributor")).holder).to.equal(null);
    expect(await act("roles", "standby")).to.deep.equal(["appointStandby"]);
    expect((await show("attributor")).holder).to.equal(BEN);
    expect(await act("roles", "suspend")).to.deep.equal(["suspendArbiter"]);
    expect((await show("arbiter")).suspendedUntil).to.be.greaterThan(0);
    expect(await act("roles", "alive")).to.deep.equal(["alive"]);
  });

  it("replaces the third by the two others", async () => {
    expect(await act("roles", "replace", "--power", "arbiter", "--to", CLEO)).to.deep.equal([
      "proposePower",
    ]);
    await wait(8);
    await run("roles", "accept", "--power", "arbiter", "--from", CLEO);
    expect((await show("arbiter")).holder).to.equal(CLEO);
  });

  it("withdraws funds, pays revenue in and counts what came by itself", async () => {
    await act("program", "fund", "--currency", "USDC", "--amount", "500");
    expect(await act("program", "withdraw", "--currency", "USDC", "--amount", "200")).to.deep.equal(
      ["withdrawFunds"],
    );
    expect(await fundsNow()).to.equal(parseUnits("300", 6));
    const paid = await run(
      ...["program", "pay", "--kind", "renewal", "--currency", "USDC", "--amount", "10"],
    );
    expect(paid).to.deep.include({ kind: "renewal", amount: "10", transactions: 2 });
    const { chain, account } = world;
    const data = encodeFunctionData({
      ...{ abi: erc20Abi, functionName: "transfer", args: [world.program.address, 7_000_000n] },
    });
    const to = usdc()?.address ?? "0x";
    await waitFor(
      chain,
      await chain.wallet.sendTransaction({ account, chain: chain.wallet.chain, to, data }),
    );
    expect((await run("program", "sync")).synced[0]).to.deep.include({
      ...{ currency: "USDC", amount: "7" },
    });
    expect((await run("program", "sync")).synced).to.deep.equal([]);
  });

  it("pays a sale on chain, and releases what nobody attributed", async () => {
    const sale = ["--sale", "paid-1", "--kind", "initial", "--currency", "USDC", "--amount", "12"];
    const paid = await run("sales", "pay", ...sale);
    expect(paid).to.deep.include({ sale: "paid-1", payer: world.account, amount: "12" });
    const early = await world.run(
      ...["sales", "release", "--sale", "paid-1", "--program", world.program.address],
    );
    expect(early.status).to.equal(1);
    await wait(100);
    const released = await run("sales", "release", "--sale", "paid-1");
    expect(released).to.deep.include({ payer: world.account, toPayer: false });
    expect(
      (await world.run("sales", "release", "--sale", "paid-1", "--program", world.program.address))
        .stderr,
    ).to.include("Nobody has paid");
  });

  it("pays a standing line's holder by the line's name, and counts a partner's periods", async () => {
    const { paid } = await run("claim", "--line", "moderators");
    expect(paid[0]).to.deep.include({ currency: "USDC" });
    const file = await world.folder.write("partners.csv", PARTNERS);
    await act("partners", "enroll", "--file", file);
    const counted = await world.run(
      ...["partners", "count", "--partner", "ana", "--currency", "USDC", "--calldata"],
      ...["--program", world.program.address],
    );
    expect(counted.status, counted.stderr).to.equal(0);
    expect(counted.json.calls[0].function).to.equal("countProgress");
  });

  it("makes void what an account has signed", async () => {
    expect(await run("partners", "unsign", "--from", ANA)).to.deep.include({ wallet: ANA });
  });

  it("audits all of it", async () => {
    expect((await run("audit")).equal).to.equal(true);
  });
});
