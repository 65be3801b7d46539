import type { ContractFunctionArgs, ContractFunctionName, ReadContractReturnType } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import type { Deployed } from "./Deployed.ts";

type Reads = "pure" | "view";
type Name = ContractFunctionName<typeof programAbi, Reads>;

/** What a view of the program says now. */
export function readProgram<
  F extends Name,
  const Args extends ContractFunctionArgs<typeof programAbi, Reads, F>,
>(
  { chain, address }: Deployed,
  functionName: F,
  args: Args,
): Promise<ReadContractReturnType<typeof programAbi, F, Args>> {
  return chain.client.readContract<typeof programAbi, F, Args>({
    ...{ address, abi: programAbi, functionName, args },
  });
}
