import { hexToNumber } from "viem";
import type { Chain } from "../openChain.ts";

/** Code that returns the time of the block it runs in. */
const TIMESTAMP = "0x425f5260205ff3";

/** The time that views see which are read at a block: some nodes run them in the block itself, some in the next. */
export async function viewTime(
  { client }: Chain,
  block: { number: bigint; timestamp: bigint },
): Promise<number> {
  const { data } = await client
    .call({ data: TIMESTAMP, blockNumber: block.number })
    .catch(() => ({ data: undefined }));
  return data === undefined || data === "0x" ? Number(block.timestamp) : hexToNumber(data);
}
