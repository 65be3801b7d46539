import { findCreationBlock } from "../../../core/logs/findCreationBlock.ts";
import type { Deployed } from "../Deployed.ts";

/** Below this many blocks it is quicker to read them all. */
const FEW = 10_000n;

/** The block in which a program or plan was created, or 0 where the RPC does not remember old states as they were. */
export async function creationBlockOf(
  { chain, address }: Deployed,
  latest: bigint,
): Promise<bigint> {
  return latest < FEW ? 0n : findCreationBlock(chain.client, address, latest);
}
