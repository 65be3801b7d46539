import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { Deployed } from "../../chain/Deployed.ts";
import type { DeployedContract } from "../../chain/deploy/DeployedContract.ts";
import { linkProxy } from "../../chain/deploy/linkProxy.ts";
import { explainFailure } from "../../chain/explainFailure.ts";

const SERVICES = ["etherscan", "blockscout", "sourcify"] as const;
type Service = (typeof SERVICES)[number];

interface Verification {
  readonly contract: string;
  readonly address: string;
  readonly service: Service;
  readonly verified: boolean;
  /** Why not. */
  readonly error?: string;
}

/** What Etherscan has to be told of a program or a plan itself; the others see by themselves which code it runs. */
interface Link {
  readonly service: "etherscan";
  readonly implementation: Address;
  readonly linked: boolean;
  readonly error?: string;
}

/** What was verified, and what was not. */
export interface Verified {
  readonly json: { readonly results: readonly Verification[]; readonly proxy?: Link };
  readonly lines: readonly string[];
  readonly failed: boolean;
}

interface Subject {
  readonly deployed: Deployed;
  /** What it is called, and what the contract is whose code it runs. */
  readonly name: "program" | "plan";
  readonly code: "Program" | "EquityPlan";
  readonly contracts: readonly DeployedContract[];
  readonly services: readonly Service[];
}

/** The service that is named, or all of them. */
export function parseService(text: string | undefined): readonly Service[] {
  if (text === undefined) return SERVICES;
  const service = SERVICES.find((one) => one === text);
  if (service !== undefined) return [service];
  throw new TributaryError(`There is no service "${text}".`, {
    allowed: `${listOf(SERVICES)}; all of them without --service`,
  });
}

/** Publishes the source of the contracts that a program or a plan consists of, and has Etherscan show it as a proxy to its code. */
export async function verifyContracts(
  hre: HardhatRuntimeEnvironment,
  { deployed, name, code, contracts, services }: Subject,
): Promise<Verified> {
  const results: Verification[] = [];
  for (const service of services) {
    for (const contract of contracts) results.push(await verify(hre, contract, service));
  }
  const runs = contracts.find(({ contract }) => contract.endsWith(`:${code}`))?.address;
  const proxy =
    runs !== undefined && services.includes("etherscan") ? await link(deployed, runs) : undefined;
  const lines = results.map(
    ({ service, contract, address, verified, error }) =>
      `${verified ? "✓" : "✗"} ${service}: ${contract} at ${address}${error === undefined ? "" : `: ${error}`}`,
  );
  return {
    json: { results, ...(proxy !== undefined && { proxy }) },
    lines: [...lines, ...(proxy === undefined ? [] : [tellLink(name, proxy)])],
    failed: results.some(({ verified }) => !verified) || proxy?.linked === false,
  };
}

async function link({ chain, address }: Deployed, implementation: Address): Promise<Link> {
  const found = { service: "etherscan", implementation } as const;
  try {
    await linkProxy(chain, address, implementation);
    return { ...found, linked: true };
  } catch (error) {
    return { ...found, linked: false, error: inWords(error, chain.networkName) };
  }
}

function tellLink(name: Subject["name"], { service, implementation, linked, error }: Link): string {
  return linked
    ? `✓ ${service}: the ${name} as a proxy to ${implementation}`
    : `✗ ${service}: the ${name} as a proxy to ${implementation}: ${error}`;
}

function inWords(error: unknown, network: string | undefined): string {
  return explainFailure(error, network).replace(/^Error: /, "");
}

/** One service that refuses does not keep the others from trying. */
async function verify(
  hre: HardhatRuntimeEnvironment,
  { contract, address, constructorArguments }: DeployedContract,
  service: Service,
): Promise<Verification> {
  const result = { contract, address, service };
  try {
    const constructorArgs = [...constructorArguments];
    const verified = await verifyContract(
      { address, constructorArgs, contract, provider: service },
      hre,
    );
    return { ...result, verified };
  } catch (error) {
    return {
      ...result,
      verified: false,
      error: inWords(error, hre.globalOptions.network),
    };
  }
}
