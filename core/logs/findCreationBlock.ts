import type { Program } from "../../scripts/chain/openProgram.ts";

/** Below this many blocks it is quicker to read them all. */
const FEW = 10_000n;

/** The block in which a program was created, or 0 where the RPC does not remember old states. */
export async function findCreationBlock(
  { chain, address }: Program,
  latest: bigint,
): Promise<bigint> {
  if (latest < FEW) return 0n;
  let low = 0n;
  let high = latest;
  try {
    while (low < high) {
      const middle = (low + high) / 2n;
      const code = await chain.client.getCode({ address, blockNumber: middle });
      if (code === undefined || code === "0x") low = middle + 1n;
      else high = middle;
    }
    return low;
  } catch {
    return 0n;
  }
}
