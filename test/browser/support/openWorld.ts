import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, zeroHash } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { PlanSettings } from "../../../core/equity/PlanSettings.ts";
import { planModule } from "../../../ignition/modules/planModule.ts";
import { programModule } from "../../../ignition/modules/programModule.ts";
import { deploymentIdOf } from "../../../scripts/chain/deploy/deploymentIdOf.ts";
import { FAST } from "../../../scripts/chain/deploy/ignitionConfig.ts";
import { openChain } from "../../../scripts/chain/openChain.ts";
import { accountAt } from "./accountAt.ts";
import { dealTermsOf } from "./dealTermsOf.ts";
import { fillDeal } from "./fillDeal.ts";
import { fillFlowPlan, fillPlan } from "./fillPlan.ts";
import { fillProgram } from "./fillProgram.ts";
import { MASKS } from "./MASKS.ts";
import { PAYLOADS } from "./PAYLOADS.ts";
import { planSettingsOf } from "./planSettingsOf.ts";
import { type Rename, termsOf } from "./termsOf.ts";
import { ACTORS, type World } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

/** Deploys the programs of the browser tests and lets half a year of business pass on them. */
export async function openWorld(connection: Connection): Promise<Omit<World, "rpcUrl">> {
  const plain: Rename = (name) => name;
  let turn = 0;
  const nasty: Rename = (name) => `${PAYLOADS[turn++ % PAYLOADS.length]} ${name}`;
  const token = await deployToken(connection, "Plain", "USDC");
  const hostileToken = await deployToken(connection, "Hostile", PAYLOADS[0]);
  const start = Number((await (await connection.viem.getPublicClient()).getBlock()).timestamp);
  const deploy = async (id: string, terms: Terms, rename: Rename): Promise<Address> =>
    (await deployProgram(connection, id, terms, rename)).program;
  const made = await deployProgram(connection, "Plain", termsOf(token, start, plain), plain);
  const { program, factory } = made;
  const hostile = await deploy("Hostile", termsOf(hostileToken, start, nasty), nasty);
  const deal = await deploy("Deal", dealTermsOf(token, start, plain), plain);
  const hostileDeal = await deploy("HostileDeal", dealTermsOf(hostileToken, start, nasty), nasty);
  const maskedToken = await deployToken(connection, "Masked", MASKS.symbol);
  const masked = await deployMasked(connection, termsOf(maskedToken, start, plain));
  const deals = [
    { program: deal, token, rename: plain },
    { program: hostileDeal, token: hostileToken, rename: nasty },
  ];
  const madePlan = await deployPlan(connection, "Plain", planSettingsOf(token, start, plain));
  const { plan, factory: planFactory } = madePlan;
  const shares = planProgramOf(termsOf(token, start, plain), plan);
  const planProgram = await deploy("Shares", shares, plain);
  const { plan: hostilePlan } = await deployPlan(
    connection,
    "Hostile",
    planSettingsOf(hostileToken, start, () => PAYLOADS[0]),
  );
  const { plan: flowPlan } = await deployPlan(connection, "Flow", {
    ...planSettingsOf(token, start, plain),
    ...{ flow: true, callWindow: 0, multiple: 0 },
  });
  const plans = [
    { plan, token, program: planProgram },
    { plan: hostilePlan, token: hostileToken, program: undefined },
  ];
  await fillProgram(
    connection,
    [
      { program, token, rename: plain },
      { program: hostile, token: hostileToken, rename: nasty },
    ],
    async (period) => {
      for (const subject of deals) await fillDeal(connection, subject, period);
      for (const subject of plans) await fillPlan(connection, subject, period);
      if (period === 0) await fillFlowPlan(connection, { plan: flowPlan, token });
    },
  );
  return {
    ...{ program, token, hostile, hostileToken, deal, hostileDeal },
    ...{ plan, planProgram, flowPlan, hostilePlan, factory, planFactory, masked, maskedToken },
  };
}

/** A program whose names are masks, with partners and no sales. */
async function deployMasked(connection: Connection, terms: Terms): Promise<Address> {
  const named = { ...terms, name: MASKS.program };
  const { program } = await deployProgram(connection, "Masked", named, () => MASKS.uri);
  const contract = await connection.viem.getContractAt("Program", program);
  await contract.write.enroll([
    MASKS.partners.map((name, index) => ({
      wallet: accountAt(ACTORS.partners[index] ?? 0).address,
      ...{ name, tier: 0, joined: terms.start, referrer: 0 },
    })),
  ]);
  return program;
}

/** A program that shares its revenue with a plan, and has no partners. */
function planProgramOf(terms: Terms, holder: Address): Terms {
  const [line] = terms.standing;
  if (line === undefined) throw new Error("terms without a standing line");
  return {
    ...terms,
    name: "Fernwood shop",
    standing: [{ ...line, name: "profit share", holder, rates: [100_000] }],
  };
}

async function deployPlan(
  connection: Connection,
  id: string,
  given: PlanSettings,
): Promise<{ readonly plan: Address; readonly factory: Address }> {
  const uri = "https://example.org/fernwood/plan.json";
  const plan = { id: `${id}Plan`, settings: given, uri, salt: zeroHash, mints: [] };
  const deployed = await connection.ignition.deploy(planModule(plan), await settings(connection));
  return { plan: deployed.plan.address, factory: deployed.factory.address };
}

async function deployToken(connection: Connection, id: string, symbol: string): Promise<Address> {
  const module = buildModule(`${id}Token`, (m) => ({
    token: m.contract("TestToken", [symbol, symbol, 6]),
  }));
  const { token } = await connection.ignition.deploy(module, await settings(connection));
  return token.address;
}

async function deployProgram(
  connection: Connection,
  id: string,
  terms: Terms,
  rename: Rename,
): Promise<{ readonly program: Address; readonly factory: Address }> {
  const plan = {
    id: `${id}Program`,
    terms,
    uri: rename("https://example.org/acme/terms.json"),
    salt: `0x${"00".repeat(32)}`,
    mints: [],
  } as const;
  const { program, factory } = await connection.ignition.deploy(
    programModule(plan),
    await settings(connection),
  );
  return { program: program.address, factory: factory.address };
}

/** A journal of its own for each run: every run has another chain. */
async function settings(connection: Connection) {
  return { config: FAST, deploymentId: deploymentIdOf(await openChain(connection)) };
}
