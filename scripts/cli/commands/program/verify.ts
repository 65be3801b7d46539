import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Address } from "viem";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { compile } from "../../../chain/deploy/compile.ts";
import { type DeployedContract, findContracts } from "../../../chain/deploy/findContracts.ts";
import { linkProxy } from "../../../chain/deploy/linkProxy.ts";
import { explainFailure } from "../../../chain/explainFailure.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import type { Program } from "../../../chain/openProgram.ts";
import { command } from "../../command.ts";

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

/** What Etherscan has to be told of the program itself; the others see by themselves which code it runs. */
interface Link {
  readonly service: "etherscan";
  readonly implementation: Address;
  readonly linked: boolean;
  readonly error?: string;
}

/** `program verify`: publishes the source of a program's contracts on Etherscan, Blockscout and Sourcify. */
export default command<"program" | "service">(async (chain, options, hre) => {
  const services = parseService(options.service);
  const program = await openNamedProgram(chain, options);
  await compile(hre);
  const contracts = await findContracts(program);
  const results: Verification[] = [];
  for (const service of services) {
    for (const contract of contracts) results.push(await verify(hre, contract, service));
  }
  const code = contracts.find(({ contract }) => contract.endsWith(":Program"))?.address;
  const proxy =
    code !== undefined && services.includes("etherscan") ? await link(program, code) : undefined;
  const lines = results.map(
    ({ service, contract, address, verified, error }) =>
      `${verified ? "✓" : "✗"} ${service}: ${contract} at ${address}${error === undefined ? "" : `: ${error}`}`,
  );
  const reader = contracts.find(({ contract }) => contract.endsWith(":ProgramReader"));
  const note = `The program itself, ${program.address}, is a minimal proxy to Program with its terms behind it, which explorers find by ERC-1967's slot; whether one shows Program's functions there is to be seen on its page. The reader at ${reader?.address} answers in words on all of them.`;
  return {
    json: { program: program.address, results, ...(proxy !== undefined && { proxy }) },
    text: [...lines, ...(proxy === undefined ? [] : [tellLink(proxy)]), note].join("\n"),
    failed: results.some(({ verified }) => !verified) || proxy?.linked === false,
  };
});

function parseService(text: string | undefined): readonly Service[] {
  if (text === undefined) return SERVICES;
  const service = SERVICES.find((one) => one === text);
  if (service !== undefined) return [service];
  throw new TributaryError(`There is no service "${text}".`, {
    allowed: `${listOf(SERVICES)}; all of them without --service`,
  });
}

async function link({ chain, address }: Program, implementation: Address): Promise<Link> {
  const found = { service: "etherscan", implementation } as const;
  try {
    await linkProxy(chain, address, implementation);
    return { ...found, linked: true };
  } catch (error) {
    return { ...found, linked: false, error: inWords(error, chain.networkName) };
  }
}

function tellLink({ service, implementation, linked, error }: Link): string {
  return linked
    ? `✓ ${service}: the program as a proxy to ${implementation}`
    : `✗ ${service}: the program as a proxy to ${implementation}: ${error}`;
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
