import { type Address, getAbiItem, getAddress, parseAbi, parseEventLogs, zeroAddress } from "viem";
import { programAbi } from "../../../generated/abis/Program.ts";
import { programFactoryAbi } from "../../../generated/abis/ProgramFactory.ts";
import { programReaderAbi } from "../../../generated/abis/ProgramReader.ts";
import type { Program } from "../openProgram.ts";
import { type DeployedContract, toContract } from "./DeployedContract.ts";
import { findImplementation } from "./findImplementation.ts";
import { readCreationLogs, refuseLostCreation } from "./readCreationLogs.ts";

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

/** The factory tells of the program in the transaction in which the program tells of its terms. */
async function findFactory(program: Program): Promise<Address> {
  const created = parseEventLogs({
    abi: programFactoryAbi,
    logs: [
      ...(await readCreationLogs(program, getAbiItem({ abi: programAbi, name: "TermsAgreed" }))),
    ],
    eventName: "ProgramCreated",
  });
  const own = created.find(({ args }) => args.program === program.address);
  if (own === undefined) throw refuseLostCreation(program);
  return getAddress(own.address);
}
