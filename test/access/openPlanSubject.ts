import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { type Address, erc20Abi, parseUnits, zeroHash } from "viem";
import { WAYS } from "../../core/deal/POWERS.ts";
import { PLAN_POWERS } from "../../core/equity/PLAN_POWERS.ts";
import { EXPLAINED_PLAN_ABI } from "../../core/messages/EXPLAINED_PLAN_ABI.ts";
import { encodeTerms } from "../../core/terms/encodeTerms.ts";
import type { TermsFile } from "../../core/terms/TermsFile.ts";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import { programFactoryAbi } from "../../generated/abis/ProgramFactory.ts";
import equityProtocol from "../../ignition/modules/EquityProtocol.ts";
import protocol from "../../ignition/modules/Protocol.ts";
import { send } from "../../scripts/chain/send.ts";
import { type EquityPlan, openEquityPlan } from "../../scripts/equity/chain/openEquityPlan.ts";
import { encodePlan } from "../../scripts/equity/create/encodePlan.ts";
import { makeGrants } from "../../scripts/equity/grant/makeGrants.ts";
import type { PlanFile } from "../../scripts/equity/PlanFile.ts";
import { readPlan } from "../../scripts/equity/readPlan.ts";
import { readTermsFile } from "../../scripts/files/json/readTermsFile.ts";
import {
  ANA,
  ARBITER,
  BEN,
  DAY,
  GRANTS_HEADER,
  GUARDIAN,
  OPERATOR,
  TAX,
  TREASURY,
} from "../integration/equity/openEquityWorld.ts";
import { openPlayWorld, type PlayWorld, pay, wait } from "../integration/equity/playPlan.ts";
import { type Folder, openFolder } from "../integration/support/files.ts";
import { quietProgress } from "../integration/support/quiet.ts";

/** Ana's grants, by what is done with them or waits for them. */
export const GRANTS = {
  ...{ idle: 1n, taxed: 2n, leaver: 3n, called: 4n },
  ...{ moving: 5n, resigned: 6n, dismissed: 7n, cause: 8n, due: 9n, lapsing: 10n, offered: 11n },
  paused: 12n,
} as const;

const POWERS = { operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN, treasury: TREASURY };

const PLAN = {
  ...{ authorised: "10000", currency: "USDC", window: "10d", notice: "1d", pauseLimit: "90d" },
  ...{ multiple: "1", callWindow: "900d", period: "1d", handover: "1d", moveDelay: "1d" },
  silence: "5d",
};

/**
 * Plans in which every function has something to do, for whoever may call it: in the quiet one everything can be announced and money
 * waits for all, in the busy one everything that can wait waits, one does not catch up, and the operator of the orphaned one is silent.
 */
export interface PlanSubject {
  readonly world: PlayWorld;
  readonly quiet: EquityPlan;
  readonly busy: EquityPlan;
  readonly flow: EquityPlan;
  readonly orphaned: EquityPlan;
  /** One whose line the quiet plan holds. */
  readonly program: Address;
  close(): Promise<void>;
}

export async function openPlanSubject(): Promise<PlanSubject> {
  const folder = await openFolder();
  const world = await openPlayWorld(folder);
  const { createPlan, createProgram } = await openFactories(world, folder);
  const quiet = await createPlan({ ...PLAN, name: "Quiet" });
  const busy = await createPlan({ ...PLAN, name: "Busy" });
  const flow = await createPlan({ authorised: "100", currency: "USDC", flow: true });
  const orphaned = await createPlan({ ...PLAN, name: "Orphaned" });
  for (const plan of [quiet, busy, flow, orphaned]) await grantAll(plan, folder);
  const program = await createProgram({
    ...{ name: "Sales", currencies: ["USDC"], period: "30d", kinds: ["initial"], roles: {} },
    standing: [{ name: "team", rate: "10%", holder: quiet.address }],
  });
  await makeLeavers(world, quiet, busy);
  await callOne(world, quiet);
  await wait(world.chain, 10 * DAY);
  await pay(quiet, "90");
  await sync(quiet);
  await announceAll(world, busy);
  const notice = [PLAN_POWERS.indexOf("operator"), WAYS.indexOf("notice"), BEN] as const;
  await send(world.chain, {
    ...by(orphaned, GUARDIAN),
    functionName: "proposePower",
    args: notice,
  });
  return {
    ...{ world, quiet, busy, flow, orphaned, program },
    close: async () => {
      await world.close();
      await folder.remove();
    },
  };
}

/** Of one deployment, so that its plans know its programs, and with one USDC. */
async function openFactories({ chain, account }: PlayWorld, folder: Folder) {
  const { equity, programs } = await chain.connection.ignition.deploy(
    buildModule("Factories", (m) => ({
      equity: m.useModule(equityProtocol).factory,
      programs: m.useModule(protocol).factory,
    })),
  );
  const usdc = await chain.connection.viem.deployContract("TestToken", ["USD Coin", "USDC", 6]);
  await usdc.write.mint([OPERATOR, parseUnits("100000", 6)]);
  const time = Number((await chain.client.getBlock()).timestamp);
  const place = { account, time, tokens: new Map([["USDC", usdc.address]]) };
  const write = (document: object) => folder.write("file.json", JSON.stringify(document));
  return {
    createPlan: async (plan: PlanFile): Promise<EquityPlan> => {
      const file = await write({ ...POWERS, taxAccount: TAX, ...plan });
      const args = [encodePlan(file, await readPlan(file), place), "", zeroHash] as const;
      const contract = { address: equity.address, abi: equityPlanFactoryAbi } as const;
      const address = await chain.client.readContract({
        ...{ ...contract, functionName: "predict", args: [...args, account] },
      });
      await send(chain, { ...contract, account, functionName: "create", args });
      return openEquityPlan(chain, address);
    },
    createProgram: async (terms: TermsFile): Promise<Address> => {
      const file = await write(terms);
      const args = [encodeTerms(file, await readTermsFile(file), place), "", zeroHash] as const;
      const contract = { address: programs.address, abi: programFactoryAbi } as const;
      const address = await chain.client.readContract({
        ...{ ...contract, functionName: "predict", args: [...args, account] },
      });
      await send(chain, { ...contract, account, functionName: "create", args });
      return address;
    },
  };
}

const by = ({ address }: EquityPlan, account: Address) =>
  ({ account, address, abi: EXPLAINED_PLAN_ABI }) as const;
const tokenOf = ({ currencies: [currency], address }: EquityPlan) => currency?.address ?? address;

async function grantAll(plan: EquityPlan, folder: Folder): Promise<void> {
  const names = plan.settings.flow ? ["idle"] : Object.keys(GRANTS);
  const lines = names.map((name) => {
    const vests = name === "lapsing" || name === "paused" ? "3000d" : "";
    const double = name === "lapsing" ? "100%" : "";
    const withholding = name === "taxed" ? "10%" : "";
    return `${name},${ANA},100,0,2026-01-01,,${vests},,,${double},${withholding},`;
  });
  const file = await folder.write("grants.csv", `${[GRANTS_HEADER, ...lines].join("\n")}\n`);
  await makeGrants(plan, { file, account: OPERATOR, progress: quietProgress() });
  await pay(plan, "1000");
  await sync(plan);
}

async function sync(plan: EquityPlan): Promise<void> {
  const { chain } = plan;
  await send(chain, { ...by(plan, OPERATOR), functionName: "sync", args: [tokenOf(plan)] });
}

/** Of the quiet plan two have left, of the busy one one has whose units wait for an exit. */
async function makeLeavers(world: PlayWorld, quiet: EquityPlan, busy: EquityPlan): Promise<void> {
  const { chain } = world;
  const date = Number((await chain.client.getBlock()).timestamp) + 2 * DAY;
  const leavers = [
    [quiet, GRANTS.leaver],
    [quiet, GRANTS.called],
    [busy, GRANTS.lapsing],
  ] as const;
  for (const [plan, id] of leavers)
    await send(chain, { ...by(plan, OPERATOR), functionName: "dismiss", args: [id, date, "why"] });
  const taxed = [GRANTS.taxed, tokenOf(quiet)] as const;
  await send(chain, { ...by(quiet, OPERATOR), functionName: "claim", args: taxed });
  await wait(chain, 2 * DAY);
  for (const [plan, id] of leavers)
    await send(chain, { ...by(plan, OPERATOR), functionName: "finishLeave", args: [id] });
}

/** Twelve periods after money was first shared. */
async function callOne(world: PlayWorld, quiet: EquityPlan): Promise<void> {
  const { chain } = world;
  await wait(chain, 11 * DAY);
  await pay(quiet, "90");
  await approve(quiet);
  await send(chain, {
    ...{ ...by(quiet, OPERATOR), functionName: "callUnits", args: [GRANTS.called] },
  });
}

async function approve(plan: EquityPlan): Promise<void> {
  await send(plan.chain, {
    ...{ account: OPERATOR, address: tokenOf(plan), abi: erc20Abi, functionName: "approve" },
    args: [plan.address, parseUnits("1000", 6)],
  });
}

/** The last of it waits for a few hours yet. */
async function announceAll(world: PlayWorld, busy: EquityPlan): Promise<void> {
  const { chain } = world;
  const now = async () => Number((await chain.client.getBlock()).timestamp);
  await approve(busy);
  const as = (account: Address) => by(busy, account);
  const price = [GRANTS.offered, tokenOf(busy), 1n] as const;
  await send(chain, { ...as(OPERATOR), functionName: "offer", args: price });
  const due = [GRANTS.due, (await now()) + DAY + 3_600, "why"] as const;
  await send(chain, { ...as(OPERATOR), functionName: "dismiss", args: due });
  await wait(chain, DAY + 7_200);
  const date = (await now()) + 60 * DAY;
  await send(chain, { ...as(ANA), functionName: "proposeMove", args: [GRANTS.moving, BEN] });
  await send(chain, { ...as(ANA), functionName: "resign", args: [GRANTS.resigned, date] });
  const why = [GRANTS.dismissed, date, "why"] as const;
  await send(chain, { ...as(OPERATOR), functionName: "dismiss", args: why });
  const cause = [GRANTS.cause, "why", zeroHash] as const;
  await send(chain, { ...as(ARBITER), functionName: "dismissForCause", args: cause });
  await send(chain, { ...as(OPERATOR), functionName: "pause", args: [GRANTS.paused] });
  await send(chain, { ...as(OPERATOR), functionName: "declareExit", args: [""] });
  for (const [power, name] of PLAN_POWERS.entries()) {
    const account = { ...POWERS, "tax account": TAX }[name];
    const handOver = [power, WAYS.indexOf("hand-over"), BEN] as const;
    await send(chain, { ...as(account), functionName: "proposePower", args: handOver });
    const joint = [power, WAYS.indexOf("joint"), BEN] as const;
    const other = name === "operator" ? ARBITER : name === "arbiter" ? GUARDIAN : OPERATOR;
    await send(chain, { ...as(other), functionName: "proposePower", args: joint });
  }
  const notice = [PLAN_POWERS.indexOf("arbiter"), WAYS.indexOf("notice"), BEN] as const;
  await send(chain, { ...as(OPERATOR), functionName: "proposePower", args: notice });
}
