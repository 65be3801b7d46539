import type { Program } from "../../chain/openProgram.ts";
import type { Cursor } from "./Outbox.ts";

/** The last block that so many others follow. */
export async function confirmedHead(
  { chain: { client } }: Program,
  confirmations: number,
): Promise<Cursor> {
  const latest = await client.getBlockNumber();
  const blockNumber = latest > BigInt(confirmations) ? latest - BigInt(confirmations) : 0n;
  const { number, hash, timestamp } = await client.getBlock({ blockNumber });
  return { block: number, hash, time: Number(timestamp) };
}
