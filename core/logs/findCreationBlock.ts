import type { Address, PublicClient } from "viem";
import { askForLogs } from "./askForLogs.ts";
import { getLogsOf } from "./getLogsOf.ts";
import { whyRefused } from "./whyRefused.ts";

/**
 * The block in which a contract was made that tells of it, by bisection. The first block, so that nothing is missed, where the node
 * keeps no old state, or tells of old blocks what is not so.
 *
 * @throws Where the node does not answer now.
 */
export async function findCreationBlock(
  client: Pick<PublicClient, "request" | "getCode">,
  address: Address,
  lastBlock: bigint,
): Promise<bigint> {
  const found = await firstWithCode(client, address, lastBlock);
  const logs = await askForLogs(getLogsOf(client, address), found, found);
  return logs.length > 0 ? found : 0n;
}

async function firstWithCode(
  client: Pick<PublicClient, "getCode">,
  address: Address,
  lastBlock: bigint,
): Promise<bigint> {
  let low = 0n;
  let high = lastBlock;
  try {
    while (low < high) {
      const middle = (low + high) / 2n;
      const code = await client.getCode({ address, blockNumber: middle });
      if (code !== undefined) high = middle;
      else low = middle + 1n;
    }
    return low;
  } catch (error) {
    if (whyRefused(error) === "busy") throw error;
    return 0n;
  }
}
