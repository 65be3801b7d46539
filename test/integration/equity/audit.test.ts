import { expect } from "chai";
import hre from "hardhat";
import { type Address, getAddress, numberToHex } from "viem";
import { WAYS } from "../../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import type { PlanHistory } from "../../../core/ledger/plan/PlanHistory.ts";
import { EXPLAINED_PLAN_ABI } from "../../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { send } from "../../../scripts/chain/send.ts";
import { auditPlan } from "../../../scripts/equity/audit/auditPlan.ts";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { readPlanHistory } from "../../../scripts/equity/chain/readPlanHistory.ts";
import { claimGrants } from "../../../scripts/equity/claim/claimGrants.ts";
import { makeGrants } from "../../../scripts/equity/grant/makeGrants.ts";
import type { PlanFile } from "../../../scripts/equity/PlanFile.ts";
import { type Folder, openFolder } from "../support/files.ts";
import { quietProgress } from "../support/quiet.ts";
import {
  ANA,
  ARBITER,
  BEN,
  CLEO,
  DAY,
  GRANTS_HEADER,
  GUARDIAN,
  OPERATOR,
} from "./openEquityWorld.ts";
import { createDice, openPlayWorld, type PlayWorld, pay, playPlan, wait } from "./playPlan.ts";
import { playPowers } from "./playPowers.ts";

const BASE = {
  authorised: "100000",
  ...{ resignLoss: "20%", causeLoss: "50%", window: "200d", notice: "30d", pauseLimit: "90d" },
} as const;

/** Plans of each sort, and a seed for what happens to them. */
const PLAYS: readonly (readonly [name: string, seed: number, plan: Partial<PlanFile>])[] = [
  [
    "whose holders share everything",
    7,
    {
      ...BASE,
      rest: "holders",
      currency: "USDC",
      classes: ["0", "0.05"],
      multiple: "3",
      callWindow: "900d",
    },
  ],
  [
    "whose treasury has the rest",
    11,
    {
      ...BASE,
      currencies: ["ETH", "USDC"],
      classes: ["0", { USDC: "0.02" }],
      restClass: 1,
      multiple: "2.5",
      callWindow: "900d",
    },
  ],
  [
    "without catching up",
    13,
    { ...BASE, flow: true, currencies: ["USDC", "ETH"], rest: "treasury" },
  ],
];

describe("equity audit", function () {
  this.timeout(900_000);
  let folder: Folder;
  let world: PlayWorld;

  before(async () => {
    folder = await openFolder();
    world = await openPlayWorld(folder);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const grantsFile = (lines: readonly string[]) =>
    folder.write("grants.csv", `${[GRANTS_HEADER, ...lines].join("\n")}\n`);
  const make = async (plan: EquityPlan, lines: readonly string[]) =>
    makeGrants(plan, {
      ...{ file: await grantsFile(lines), account: OPERATOR, progress: quietProgress() },
    });
  const audit = async (plan: EquityPlan, history?: PlanHistory) =>
    auditPlan(plan, history ?? (await readPlanHistory(plan)));

  for (const [name, seed, terms] of PLAYS) {
    it(`rebuilds a plan ${name}, whatever happens to it`, async () => {
      const plan = await world.create(terms);
      const dice = createDice(seed);
      const holders: Address[] = Array.from(
        { length: 30 },
        (_, index) => [ANA, BEN, CLEO][index % 3] ?? ANA,
      );
      const lines = holders.map((holder, index) => {
        const group = terms.classes !== undefined && index % 4 === 3 ? 1 : 0;
        const schedule = index % 3 === 0 ? ",," : `${dice(200)}d,${400 + dice(900)}d,${dice(40)}d`;
        const parts = `${dice(100)}%,${dice(100)}%,${dice(30)}%`;
        return `g-${index},${holder},${500 + dice(2_800)},${group},2026-01-01,${schedule},${parts},`;
      });
      await make(plan, lines);
      const done = await playPlan(plan, holders, dice, 500);
      expect(await audit(plan)).to.deep.include({ equal: true, differences: [] });
      // And once an exit is announced, and in effect.
      const exit = { address: plan.address, abi: EXPLAINED_PLAN_ABI, account: ARBITER } as const;
      await send(world.chain, { ...exit, functionName: "declareExit", args: ["ipfs://exit"] });
      expect(await audit(plan)).to.deep.include({ equal: true, differences: [] });
      await wait(world.chain, 31 * DAY);
      for (const [act, count] of await playPlan(plan, holders, dice, 300))
        done.set(act, (done.get(act) ?? 0) + count);
      const told = await audit(plan);
      expect(told).to.deep.include({ equal: true, differences: [] });
      expect(told.checked.grants).to.equal(30);
      for (const act of ["claim", "finish", "pause", "resume", "accept", "finishMove", "claimTo"])
        expect(done.get(act) ?? 0, act).to.be.greaterThan(0);
    });
  }

  for (const [name, seed, guardian] of [
    ["with a guardian", 17, GUARDIAN],
    ["without one", 19, undefined],
  ] as const) {
    it(`rebuilds who has powers and who is to have them, ${name}`, async () => {
      const plan = await world.create({
        ...{ ...BASE, currency: "USDC", silence: "40d", handover: "5d" },
        guardian,
      });
      const look = async () => {
        expect(await audit(plan)).to.deep.include({ equal: true, differences: [] });
      };
      const done = await playPowers(plan, createDice(seed), { count: 500, look });
      for (const act of ["agree", "cancel", ...WAYS.map((way) => `accept by ${way}`)])
        expect(done.get(act) ?? 0, act).to.be.greaterThan(0);
    });
  }

  it("counts what a token does not move of a price", async () => {
    const own = await openPlayWorld(folder);
    const { chain } = own;
    const plan = await own.create({ ...BASE, currency: "USDC", handover: "1d" });
    await make(plan, [`sold,${ANA},1000,0,2026-01-01,,,,,,,`]);
    // The currency is a token of shares from now on.
    const { abi, deployedBytecode } = await hre.artifacts.readArtifact("RoundingToken");
    const token = plan.currencies[0]?.address ?? plan.address;
    const code = { method: "hardhat_setCode", params: [token, deployedBytecode] };
    await chain.connection.provider.request(code);
    const on = { address: token, abi, account: OPERATOR } as const;
    await send(chain, { ...on, functionName: "mintShares", args: [OPERATOR, 2_000n, 5_000n] });
    await send(chain, { ...on, functionName: "approve", args: [plan.address, 5n] });
    const by = { address: plan.address, abi: EXPLAINED_PLAN_ABI } as const;
    const args = [1n, token, 5n] as const;
    await send(chain, { ...by, account: OPERATOR, functionName: "offer", args });
    await send(chain, { ...on, functionName: "rebase", args: [2_000n] });
    await wait(chain, DAY);
    await send(chain, { ...by, account: ANA, functionName: "acceptOffer", args });
    const history = await readPlanHistory(plan);
    expect(await audit(plan, history)).to.deep.include({ equal: true, differences: [] });
    const short = history.events.filter(({ event }) => event.eventName === "PriceShort");
    expect(short.map(({ event }) => event.args)).to.deep.equal([
      { id: 1n, currency: token, amount: 1n },
    ]);
    await own.close();
  });

  it("tells what the plan says is proposed, and no event does", async () => {
    const plan = await world.create({ ...BASE, currency: "USDC" });
    const by = (account: Address) =>
      ({ address: plan.address, abi: EXPLAINED_PLAN_ABI, account }) as const;
    const args = [PLAN_POWERS.indexOf("guardian"), WAYS.indexOf("hand-over"), BEN] as const;
    await send(world.chain, { ...by(GUARDIAN), functionName: "proposePower", args });
    const history = await readPlanHistory(plan);
    expect(await audit(plan, history)).to.deep.include({ equal: true });
    const without = history.events.filter(({ event }) => event.eventName !== "PowerProposed");
    const { differences } = await audit(plan, { ...history, events: without });
    expect(differences.map(({ what }) => what)).to.deep.equal(
      ["next holder", "who proposed", "start", "end"].map(
        (what) => `${what}, hand-over of the power of the guardian`,
      ),
    );
  });

  it("rebuilds a plan of 1,000 grants, and tells what is not as its events say", async () => {
    const plan = await world.create({
      ...BASE,
      authorised: "1000000",
      currency: "USDC",
      rest: "holders",
    });
    const lines = Array.from({ length: 1_000 }, (_, index) => {
      const holder = getAddress(numberToHex(0x70_0000n + BigInt(index), { size: 20 }));
      return `g-${index},${holder},${500 + (index % 400)},0,2026-01-01,30d,${700 + (index % 60)}d,,,50%,${index % 20}%,`;
    });
    const { transactions } = await make(plan, lines);
    expect(transactions).to.be.within(10, 40);
    await pay(plan, "123456.789012");
    await wait(world.chain, 200 * DAY);
    const signer = { plan, account: OPERATOR, act: () => Promise.reject(new Error("not called")) };
    const ids = Array.from({ length: 300 }, (_, index) => BigInt(index) + 1n);
    const [usdc] = plan.currencies;
    if (usdc === undefined) throw new Error("no currency");
    const { paid, unpaid } = await claimGrants(signer, usdc, ids, quietProgress());
    expect(paid).to.have.length(300);
    expect(unpaid).to.deep.equal([]);
    const history = await readPlanHistory(plan);
    const told = await audit(plan, history);
    expect(told).to.deep.include({ equal: true, differences: [] });
    expect(told.checked.grants).to.equal(1_000);

    const change = async (name: string, part: object) => {
      const at = history.events.findLastIndex(({ event }) => event.eventName === name);
      const events = history.events.map((entry, index) =>
        index === at
          ? {
              ...entry,
              event: {
                ...entry.event,
                args: { ...entry.event.args, ...part },
              } as typeof entry.event,
            }
          : entry,
      );
      return audit(plan, { ...history, events });
    };
    const shared = await change("Shared", { amount: 123_456_789_011n });
    expect(shared.equal).to.equal(false);
    expect(shared.differences.map(({ what }) => what)).to.include("all that is counted in USDC");
    const claimed = await change("Claimed", { amount: 1n });
    expect(claimed.differences).to.have.length(1);
    expect(claimed.differences[0]?.what).to.equal(
      "payment of grant 300 in USDC, as an event tells it",
    );
    const withheld = await change("Withheld", { amount: 1n });
    expect(withheld.differences[0]?.what).to.include("what was withheld of grant 300");
    const gone = history.events.filter(({ event }) => event.eventName !== "Shared");
    expect((await audit(plan, { ...history, events: gone })).equal).to.equal(false);
    const second = history.events.findIndex(({ event }) => event.eventName === "Granted");
    const broken = history.events.filter((_, index) => index !== second);
    const { differences } = await audit(plan, { ...history, events: broken });
    expect(differences.map(({ what }) => what)).to.deep.equal(["events"]);
  });
});
