import { findCreationBlock } from "../../../core/logs/findCreationBlock.ts";
import type { Deployed } from "../Deployed.ts";
import { getLogsOf } from "./logsOf.ts";

/** Below this many blocks it is quicker to read them all. */
const FEW = 10_000n;

/** The block in which a program or plan was created, or 0 where the RPC does not remember old states as they were. */
export async function creationBlockOf(contract: Deployed, latest: bigint): Promise<bigint> {
  if (latest < FEW) return 0n;
  const { chain, address } = contract;
  const found = await findCreationBlock(async (blockNumber) => {
    const code = await chain.client.getCode({ address, blockNumber });
    return code !== undefined && code !== "0x";
  }, latest);
  // Both tell of their creation in its block.
  const logs = await getLogsOf(contract)(found, found);
  return logs.length > 0 ? found : 0n;
}
