import { formatLog, type Log, type LogTopic, numberToHex, type RpcLog } from "viem";
import type { GetLogs } from "../../../core/logs/GetLogs.ts";
import { readLogs } from "../../../core/logs/readLogs.ts";
import type { Deployed } from "../Deployed.ts";

/** Blocks per request to begin with. */
export const FIRST_SIZE = 500n;

/** Asks a chain's node for a contract's logs; optionally with some topics only. */
export function getLogsOf({ chain, address }: Deployed, topics?: LogTopic[]): GetLogs<Log> {
  return async (from, to) => {
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    const logs = await chain.client.request({
      method: "eth_getLogs",
      params: [{ address, ...(topics && { topics }), ...range }],
    });
    return (logs as RpcLog[]).map((log) => formatLog(log));
  };
}

/** A contract's logs from one block to another, in order; optionally with some topics only. */
export async function logsOf(
  contract: Deployed,
  fromBlock: bigint,
  toBlock: bigint,
  topics?: LogTopic[],
): Promise<Log[]> {
  return readLogs(getLogsOf(contract, topics), { fromBlock, toBlock, firstSize: FIRST_SIZE });
}
