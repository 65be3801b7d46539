import { formatLog, type Log, type LogTopic, numberToHex, type RpcLog } from "viem";
import { readLogs } from "../../../core/logs/readLogs.ts";
import type { Deployed } from "../Deployed.ts";

/** Blocks per request to begin with. */
const FIRST_SIZE = 500n;

/** A program's logs from one block to another, in order; optionally with some topics only. */
export async function logsOf(
  { chain, address }: Deployed,
  fromBlock: bigint,
  toBlock: bigint,
  topics?: LogTopic[],
): Promise<Log[]> {
  return readLogs<Log>(
    async (from, to) => {
      const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
      const logs = await chain.client.request({
        method: "eth_getLogs",
        params: [{ address, ...(topics && { topics }), ...range }],
      });
      return (logs as RpcLog[]).map((log) => formatLog(log));
    },
    { fromBlock, toBlock, firstSize: FIRST_SIZE },
  );
}
