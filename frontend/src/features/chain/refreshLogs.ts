import { findCreationBlock } from "@core/logs/findCreationBlock";
import { getLogsOf } from "@core/logs/getLogsOf";
import { readLogs } from "@core/logs/readLogs";
import { greater } from "@core/money/greater";
import type { Address, Log } from "viem";
import type { Reader } from "../../lib/site/openReader";

/** The newest blocks are read again each time: a reorganised chain may have others in their place. */
const UNSETTLED_BLOCKS = 32n;

/** More for one reading would keep the visitor waiting: the node's ranges are too small to be of use. */
const MOST_QUESTIONS = 600;

/** A contract's logs up to a block. */
export interface ReadLogs {
  readonly head: {
    readonly number: bigint;
    /** Seconds. */
    readonly time: bigint;
  };
  readonly firstBlock: bigint;
  /** In order; the same list while no log is new. */
  readonly logs: readonly Log[];
}

/** Reads a contract's logs; what was read before is taken over but for the newest blocks. */
export async function refreshLogs(
  client: Reader,
  address: Address,
  cached: ReadLogs | undefined,
): Promise<ReadLogs> {
  const block = await client.getBlock();
  const head = { number: block.number, time: block.timestamp };
  // A chain that has become shorter is another chain: a local one that was started again.
  const old = cached !== undefined && cached.head.number <= head.number ? cached : undefined;
  if (old?.head.number === head.number) {
    return { head, firstBlock: old.firstBlock, logs: old.logs };
  }
  const firstBlock = old?.firstBlock ?? (await findCreationBlock(client, address, head.number));
  const from = old === undefined ? firstBlock : greater(firstBlock, settledBefore(old));
  const settled = old?.logs.filter(({ blockNumber }) => (blockNumber ?? 0n) < from) ?? [];
  const news = await logsOf(client, address, from, head.number);
  const logs = [...settled, ...news];
  return { head, firstBlock, logs: old !== undefined && isSame(old.logs, logs) ? old.logs : logs };
}

/** The first block that may still become another one. */
export function settledBefore({ head }: Pick<ReadLogs, "head">): bigint {
  return head.number - UNSETTLED_BLOCKS;
}

function logsOf(
  client: Reader,
  address: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Log[]> {
  const range = { fromBlock, toBlock, mostQuestions: MOST_QUESTIONS };
  return readLogs(getLogsOf(client, address), range);
}

function isSame(before: readonly Log[], after: readonly Log[]): boolean {
  const last = before.at(-1);
  const newest = after.at(-1);
  return (
    before.length === after.length &&
    last?.blockHash === newest?.blockHash &&
    last?.logIndex === newest?.logIndex
  );
}
