import type { Hex } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";

/** A sale's dispute. */
export function readDispute({ chain, address }: Program, saleId: Hex) {
  return chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "disputeOf", args: [saleId] },
  });
}
