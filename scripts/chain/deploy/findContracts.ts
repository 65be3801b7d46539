import { posix } from "node:path";
import { type Address, getAddress, parseAbi, parseEventLogs, size, slice, zeroAddress } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { programAbi, programFactoryAbi, programReaderAbi } from "../../../generated/abis.ts";
import { readEventsNamed } from "../history/readEventsNamed.ts";
import type { Program } from "../openProgram.ts";

/** A contract whose source can be verified. */
export interface DeployedContract {
  /** Fully qualified, as explorers want it. */
  readonly contract: string;
  readonly address: Address;
  readonly constructorArguments: readonly Address[];
}

/** Each module by the program's getter of it, in the order of the program's constructor. */
const MODULES = [
  ["salesModule", "ProgramSales"],
  ["disputesModule", "ProgramDisputes"],
  ["partnersModule", "ProgramPartners"],
  ["linesModule", "ProgramLines"],
  ["exitsModule", "ProgramExits"],
  ["amendmentsModule", "ProgramAmendments"],
  ["powersModule", "ProgramPowers"],
  ["fundingModule", "ProgramFunding"],
  ["signedModule", "ProgramSigned"],
  ["viewsModule", "ProgramViews"],
] as const;

/** Where a minimal proxy's code names the code that it runs. */
const IMPLEMENTATION_AT = 10;

/** The contracts that a program consists of: the code it runs, that code's modules, and the factory that created it. */
export async function findContracts(program: Program): Promise<DeployedContract[]> {
  const [implementation, factory] = await Promise.all([
    findImplementation(program),
    findFactory(program),
  ]);
  const { client } = program.chain;
  const contract = { address: implementation, abi: programAbi } as const;
  const made = { address: factory, abi: programFactoryAbi } as const;
  const [validator, reader, modules] = await Promise.all([
    client.readContract({ ...made, functionName: "validator" }),
    client.readContract({ ...made, functionName: "reader" }),
    Promise.all(
      MODULES.map(([functionName]) => client.readContract({ ...contract, functionName })),
    ),
  ]);
  const parties = await client.readContract({
    ...{ address: reader, abi: programReaderAbi, functionName: "parties" },
  });
  const amendments = modules[MODULES.findIndex(([getter]) => getter === "amendmentsModule")];
  const check = await client.readContract({
    address: amendments ?? zeroAddress,
    abi: parseAbi(["function amendmentCheck() view returns (address)"]),
    functionName: "amendmentCheck",
  });
  return [
    toContract("terms", "TermsValidator", validator, []),
    toContract("terms", "AmendmentCheck", check, []),
    ...MODULES.map(([getter, name], index) =>
      toContract(
        "modules",
        name,
        modules[index] ?? zeroAddress,
        getter === "amendmentsModule" ? [validator, check] : [],
      ),
    ),
    toContract(".", "Program", implementation, modules),
    toContract("reader", "PartyReader", parties, [implementation]),
    toContract("reader", "ProgramReader", reader, [implementation, parties]),
    toContract(".", "ProgramFactory", factory, [implementation, validator, reader]),
  ];
}

function toContract(
  folder: string,
  name: string,
  address: Address,
  constructorArguments: readonly Address[],
): DeployedContract {
  return {
    contract: `${posix.join("contracts", folder, name)}.sol:${name}`,
    address,
    constructorArguments,
  };
}

async function findImplementation({ chain, address }: Program): Promise<Address> {
  const code = await chain.client.getCode({ address });
  if (code === undefined || size(code) < IMPLEMENTATION_AT + 20) {
    throw new TributaryError(`${address} is no minimal proxy to a program's code.`, {
      todo: "Give the address of a program that the factory created.",
    });
  }
  return getAddress(slice(code, IMPLEMENTATION_AT, IMPLEMENTATION_AT + 20));
}

/** The factory tells of the program in the transaction in which the program tells of its terms. */
async function findFactory(program: Program): Promise<Address> {
  const [agreed] = await readEventsNamed(program, ["TermsAgreed"]);
  const receipt =
    agreed && (await program.chain.client.getTransactionReceipt({ hash: agreed.transactionHash }));
  const created = parseEventLogs({
    abi: programFactoryAbi,
    logs: receipt?.logs ?? [],
    eventName: "ProgramCreated",
  });
  const own = created.find(({ args }) => args.program === program.address);
  if (own !== undefined) return getAddress(own.address);
  throw new TributaryError(`The transaction that created ${program.address} cannot be found.`, {
    todo: "Use an RPC that keeps all logs.",
  });
}
