import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { ChainType, NetworkConnection } from "hardhat/types/network";
import type { Address } from "viem";
import { programModule } from "../../../ignition/modules/programModule.ts";
import { openChain } from "../../../scripts/lib/chain/openChain.ts";
import { deploymentIdOf } from "../../../scripts/lib/deploy/deploymentIdOf.ts";
import { FAST } from "../../../scripts/lib/deploy/ignitionConfig.ts";
import { fillProgram } from "./fillProgram.ts";
import { PAYLOADS } from "./PAYLOADS.ts";
import { type Rename, termsOf } from "./termsOf.ts";
import type { World } from "./World.ts";

type Connection = NetworkConnection<ChainType | string>;

/** Deploys both programs of the browser tests and lets half a year of business pass on them. */
export async function openWorld(connection: Connection): Promise<Omit<World, "rpcUrl">> {
  const plain: Rename = (name) => name;
  let turn = 0;
  const nasty: Rename = (name) => `${PAYLOADS[turn++ % PAYLOADS.length]} ${name}`;
  const token = await deployToken(connection, "Plain", "USDC");
  const hostileToken = await deployToken(connection, "Hostile", PAYLOADS[0]);
  const start = Number((await (await connection.viem.getPublicClient()).getBlock()).timestamp);
  const program = await deployProgram(connection, "Plain", token, start, plain);
  const hostile = await deployProgram(connection, "Hostile", hostileToken, start, nasty);
  await fillProgram(connection, [
    { program, token, rename: plain },
    { program: hostile, token: hostileToken, rename: nasty },
  ]);
  return { program, token, hostile, hostileToken };
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
  token: Address,
  start: number,
  rename: Rename,
): Promise<Address> {
  const plan = {
    id: `${id}Program`,
    terms: termsOf(token, start, rename),
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
