import { setTimeout as sleep } from "node:timers/promises";
import { type Address, formatLog, type Log, type LogTopic, numberToHex, type RpcLog } from "viem";
import type { Chain } from "../../scripts/chain/openChain.ts";
import { TributaryError } from "../TributaryError.ts";

/** Blocks per request to begin with; grows while the RPC bears it, and is halved where it does not. */
const FIRST_RANGE = 500n;
/** Logs per request that are enough: more of them only take memory. */
const MANY = 5_000;
const ATTEMPTS_AT_ONE_BLOCK = 4;

export interface LogRange {
  readonly address: Address;
  readonly topics?: LogTopic[];
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
}

/** All logs of an address in a range of blocks, in order, each once. Ranges that an RPC refuses as too large are halved. */
export async function readLogs(
  chain: Chain,
  { address, topics, fromBlock, toBlock }: LogRange,
): Promise<Log<bigint, number, false>[]> {
  const logs = new Map<string, Log<bigint, number, false>>();
  let size = FIRST_RANGE;
  let attempts = 0;
  for (let from = fromBlock; from <= toBlock; ) {
    const to = from + size - 1n < toBlock ? from + size - 1n : toBlock;
    try {
      const found = await request(chain, {
        address,
        ...(topics && { topics }),
        fromBlock: from,
        toBlock: to,
      });
      for (const log of found) logs.set(`${log.blockNumber}/${log.logIndex}`, log);
      from = to + 1n;
      size = sizeAfter(size, found.length);
      attempts = 0;
    } catch (error) {
      if (to > from) {
        size = (to - from + 1n) / 2n;
        continue;
      }
      attempts++;
      if (attempts >= ATTEMPTS_AT_ONE_BLOCK) throw new LogsError(from, error);
      await sleep(200 * 2 ** attempts);
    }
  }
  return [...logs.values()];
}

/** Blocks to ask for next: twice as many, or half of them where these had many logs. */
function sizeAfter(size: bigint, logs: number): bigint {
  if (logs < MANY) return size * 2n;
  return size > 1n ? size / 2n : size;
}

async function request(
  chain: Chain,
  { address, topics, fromBlock, toBlock }: LogRange,
): Promise<Log<bigint, number, false>[]> {
  const logs = await chain.client.request({
    method: "eth_getLogs",
    params: [
      {
        address,
        ...(topics && { topics }),
        fromBlock: numberToHex(fromBlock),
        toBlock: numberToHex(toBlock),
      },
    ],
  });
  return (logs as RpcLog[])
    .filter(({ removed }) => removed !== true)
    .map((log) => formatLog(log) as Log<bigint, number, false>)
    .sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
}

class LogsError extends TributaryError {
  override readonly name = "LogsError";

  constructor(block: bigint, cause: unknown) {
    super(`The RPC does not give the logs of block ${block}.`, {
      todo: "Use another RPC, one that keeps all logs.",
    });
    this.cause = cause;
  }
}
