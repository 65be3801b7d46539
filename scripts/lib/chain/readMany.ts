import type { ContractFunctionParameters, MulticallReturnType } from "viem";
import type { Chain } from "./openChain.ts";

/** Bytes of calls per request: with the code that makes them they stay below the size limit of creation code. */
const BATCH_SIZE = 2_048;

/** Many reads in few requests, at one block where one is named. Needs no contract on the chain. */
export async function readMany<const Calls extends readonly ContractFunctionParameters[]>(
  { client }: Chain,
  contracts: Calls,
  blockNumber?: bigint,
): Promise<MulticallReturnType<Calls, false>> {
  return client.multicall({
    contracts: contracts as never,
    allowFailure: false,
    deployless: true,
    batchSize: BATCH_SIZE,
    ...(blockNumber !== undefined && { blockNumber }),
  }) as unknown as Promise<MulticallReturnType<Calls, false>>;
}
