import type { ContractFunctionArgs, ContractFunctionName } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import type { Deployed } from "./Deployed.ts";
import { readMany } from "./readMany.ts";

type Reads = "pure" | "view";

/** What a view of the program says of each, by its arguments, in few requests: now, or at a block. */
export function readEach<
  F extends ContractFunctionName<typeof programAbi, Reads>,
  const Args extends ContractFunctionArgs<typeof programAbi, Reads, F> & readonly unknown[],
>({ chain, address }: Deployed, functionName: F, each: readonly Args[], blockNumber?: bigint) {
  return readMany(
    chain,
    each.map((args) => ({ address, abi: programAbi, functionName, args })),
    blockNumber,
  );
}
