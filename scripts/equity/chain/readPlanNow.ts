import type { ContractFunctionArgs, ContractFunctionName, ReadContractReturnType } from "viem";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { Deployed } from "../../chain/Deployed.ts";

type Reads = "pure" | "view";
type Name = ContractFunctionName<typeof equityPlanAbi, Reads>;

/** What a view of an equity plan says now. */
export function readPlanNow<
  F extends Name,
  const Args extends ContractFunctionArgs<typeof equityPlanAbi, Reads, F>,
>(
  { chain, address }: Deployed,
  functionName: F,
  args: Args,
): Promise<ReadContractReturnType<typeof equityPlanAbi, F, Args>> {
  return chain.client.readContract<typeof equityPlanAbi, F, Args>({
    ...{ address, abi: equityPlanAbi, functionName, args },
  });
}
