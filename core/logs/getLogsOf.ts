import {
  type Address,
  formatLog,
  type LogTopic,
  numberToHex,
  type PublicClient,
  type RpcLog,
} from "viem";
import type { GetLogs } from "./GetLogs.ts";
import type { MinedLog } from "./MinedLog.ts";

/** Asks a node for a contract's logs; optionally with some topics only. Those of a block that is not mined yet are left out. */
export function getLogsOf(
  client: Pick<PublicClient, "request">,
  address: Address,
  topics?: LogTopic[],
): GetLogs<MinedLog> {
  return async (from, to) => {
    const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
    const logs: RpcLog[] = await client.request({
      method: "eth_getLogs",
      params: [{ address, ...(topics && { topics }), ...range }],
    });
    return logs.map((log) => formatLog(log)).filter(isMined);
  };
}

function isMined(log: ReturnType<typeof formatLog>): log is MinedLog {
  return log.blockNumber !== null;
}
