import type { ContractFunctionArgs } from "viem";
import type { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";

/** What a plan on a chain is created with. */
export type PlanSettings = ContractFunctionArgs<
  typeof equityPlanFactoryAbi,
  "nonpayable",
  "create"
>[0];
