import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { ChainType, NetworkConnection } from "hardhat/types/network";
import type { Address } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { programModule } from "../../../ignition/modules/programModule.ts";
import { deploymentIdOf } from "../../../scripts/chain/deploy/deploymentIdOf.ts";
import { FAST } from "../../../scripts/chain/deploy/ignitionConfig.ts";
import { openChain } from "../../../scripts/chain/openChain.ts";
import { dealTermsOf } from "./dealTermsOf.ts";
import { fillDeal } from "./fillDeal.ts";
import { fillProgram } from "./fillProgram.ts";
import { PAYLOADS } from "./PAYLOADS.ts";
import { type Rename, termsOf } from "./termsOf.ts";
import type { World } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

/** Deploys the programs of the browser tests and lets half a year of business pass on them. */
export async function openWorld(connection: Connection): Promise<Omit<World, "rpcUrl">> {
  const plain: Rename = (name) => name;
  let turn = 0;
  const nasty: Rename = (name) => `${PAYLOADS[turn++ % PAYLOADS.length]} ${name}`;
  const token = await deployToken(connection, "Plain", "USDC");
  const hostileToken = await deployToken(connection, "Hostile", PAYLOADS[0]);
  const start = Number((await (await connection.viem.getPublicClient()).getBlock()).timestamp);
  const deploy = (id: string, terms: Terms, rename: Rename): Promise<Address> =>
    deployProgram(connection, id, terms, rename);
  const program = await deploy("Plain", termsOf(token, start, plain), plain);
  const hostile = await deploy("Hostile", termsOf(hostileToken, start, nasty), nasty);
  const deal = await deploy("Deal", dealTermsOf(token, start, plain), plain);
  const hostileDeal = await deploy("HostileDeal", dealTermsOf(hostileToken, start, nasty), nasty);
  const deals = [
    { program: deal, token, rename: plain },
    { program: hostileDeal, token: hostileToken, rename: nasty },
  ];
  await fillProgram(
    connection,
    [
      { program, token, rename: plain },
      { program: hostile, token: hostileToken, rename: nasty },
    ],
    async (period) => {
      for (const subject of deals) await fillDeal(connection, subject, period);
    },
  );
  return { program, token, hostile, hostileToken, deal, hostileDeal };
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
): Promise<Address> {
  const plan = {
    id: `${id}Program`,
    terms,
    uri: rename("https://example.org/acme/terms.json"),
    salt: `0x${"00".repeat(32)}`,
    mints: [],
  } as const;
  const { program } = await connection.ignition.deploy(
    programModule(plan),
    await settings(connection),
  );
  return program.address;
}

/** A journal of its own for each run: every run has another chain. */
async function settings(connection: Connection) {
  return { config: FAST, deploymentId: deploymentIdOf(await openChain(connection)) };
}
