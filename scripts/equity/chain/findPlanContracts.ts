import { type Address, getAbiItem, getAddress, parseAbi, parseEventLogs } from "viem";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { equityPlanFactoryAbi } from "../../../generated/abis/EquityPlanFactory.ts";
import { type DeployedContract, toContract } from "../../chain/deploy/DeployedContract.ts";
import { findImplementation } from "../../chain/deploy/findImplementation.ts";
import { readCreationLogs, refuseLostCreation } from "../../chain/deploy/readCreationLogs.ts";
import type { EquityPlan } from "./openEquityPlan.ts";

const FOLDER = "equity";

/** The modules, in the order in which the plan's code names them and is made of them. */
const MODULES = [
  ...["EquityGrants", "EquityLeaving", "EquityBuyouts", "EquityHolders"],
  ...["EquityPowers", "EquitySigned", "EquityViews"],
];

/** The contracts that an equity plan consists of: the code it runs, that code's modules, and the factory that created it. */
export async function findPlanContracts(plan: EquityPlan): Promise<DeployedContract[]> {
  const { client } = plan.chain;
  const [implementation, factory] = await Promise.all([
    findImplementation(plan),
    findFactory(plan),
  ]);
  const modules = await client.readContract({
    ...{ address: implementation, abi: equityPlanAbi, functionName: "modules" },
  });
  const [grants] = modules;
  const programCode = await client.readContract({
    address: grants,
    abi: parseAbi(["function programCode() view returns (address)"]),
    functionName: "programCode",
  });
  return [
    ...modules.map((address, index) =>
      toContract(
        `${FOLDER}/modules`,
        MODULES[index] ?? "",
        address,
        address === grants ? [programCode] : [],
      ),
    ),
    toContract(FOLDER, "EquityPlan", implementation, modules),
    toContract(FOLDER, "EquityPlanFactory", factory, [implementation]),
  ];
}

/** The factory tells of the plan in the transaction in which the plan is initialized. */
async function findFactory(plan: EquityPlan): Promise<Address> {
  const created = parseEventLogs({
    abi: equityPlanFactoryAbi,
    logs: [
      ...(await readCreationLogs(plan, getAbiItem({ abi: equityPlanAbi, name: "Initialized" }))),
    ],
    eventName: "PlanCreated",
  });
  const own = created.find(({ args }) => args.plan === plan.address);
  if (own === undefined) throw refuseLostCreation(plan);
  return getAddress(own.address);
}
