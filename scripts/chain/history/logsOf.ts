import type { LogTopic } from "viem";
import { getLogsOf } from "../../../core/logs/getLogsOf.ts";
import type { MinedLog } from "../../../core/logs/MinedLog.ts";
import { readLogs } from "../../../core/logs/readLogs.ts";
import type { Deployed } from "../Deployed.ts";

/** Blocks per request to begin with. */
export const FIRST_SIZE = 500n;

/** A contract's logs from one block to another, in order; optionally with some topics only. */
export async function logsOf(
  { chain, address }: Deployed,
  fromBlock: bigint,
  toBlock: bigint,
  topics?: LogTopic[],
): Promise<MinedLog[]> {
  const getLogs = getLogsOf(chain.client, address, topics);
  return readLogs(getLogs, { fromBlock, toBlock, firstSize: FIRST_SIZE });
}
