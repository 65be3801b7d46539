import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { compile } from "../../../chain/deploy/compile.ts";
import { type DeployedContract, findContracts } from "../../../chain/deploy/findContracts.ts";
import { explainFailure } from "../../../chain/explainFailure.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
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
  const lines = results.map(
    ({ service, contract, address, verified, error }) =>
      `${verified ? "✓" : "✗"} ${service}: ${contract} at ${address}${error === undefined ? "" : `: ${error}`}`,
  );
  const reader = contracts.find(({ contract }) => contract.endsWith(":ProgramReader"));
  const note = `The program itself, ${program.address}, is a minimal proxy to Program with its terms behind it. Explorers that read ERC-1967's slot show Program's functions there; whether one does is to be seen on its page. The reader at ${reader?.address} answers in words on all of them.`;
  return {
    json: { program: program.address, results },
    text: [...lines, note].join("\n"),
    failed: results.some(({ verified }) => !verified),
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
      error: explainFailure(error, hre.globalOptions.network).replace(/^Error: /, ""),
    };
  }
}
