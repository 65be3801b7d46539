import type { PublicClient } from "viem";

/** Requests for blocks under way at once. */
const AT_ONCE = 20;

/** A log that is in a block. */
export interface Mined {
  readonly blockNumber: bigint;
  readonly blockTimestamp?: bigint | null | undefined;
}

/** The times of logs' blocks. Some RPCs tell them with the logs; for others the blocks are read, each once. */
export async function readTimes(
  client: Pick<PublicClient, "getBlock">,
  logs: readonly Mined[],
): Promise<Map<bigint, number>> {
  const times = new Map<bigint, number>();
  const unknown = new Set<bigint>();
  for (const { blockNumber, blockTimestamp } of logs) {
    if (typeof blockTimestamp === "bigint") times.set(blockNumber, Number(blockTimestamp));
    else unknown.add(blockNumber);
  }
  const numbers = [...unknown];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const blocks = await Promise.all(
      numbers.slice(from, from + AT_ONCE).map((blockNumber) => client.getBlock({ blockNumber })),
    );
    for (const { number, timestamp } of blocks) times.set(number, Number(timestamp));
  }
  return times;
}
