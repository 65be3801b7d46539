import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";

/** How a standing line stands beside its terms. */
export function readLineState({ chain, address }: Program, line: bigint) {
  return chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "lineState", args: [line] },
  });
}
