import { findCreationBlock } from "../../../core/logs/findCreationBlock.ts";
import type { Deployed } from "../Deployed.ts";

/** Below this many blocks it is quicker to read them all. */
const FEW = 10_000n;

/** The block in which a program was created, or 0 where the RPC does not remember old states. */
export async function creationBlockOf(
  { chain, address }: Deployed,
  latest: bigint,
): Promise<bigint> {
  if (latest < FEW) return 0n;
  return findCreationBlock(async (blockNumber) => {
    const code = await chain.client.getCode({ address, blockNumber });
    return code !== undefined && code !== "0x";
  }, latest);
}
