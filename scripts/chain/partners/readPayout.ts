import type { Address } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";

/** Where a partner's payments go, and a move that waits. */
export function readPayout({ chain, address }: Program, party: Address) {
  return chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "payoutOf", args: [party] },
  });
}
