import type { TimedLog } from "../../core/history/files/HistoryPart.ts";
import { HistoryMismatchError } from "../../core/history/HistoryMismatchError.ts";
import { requireProved } from "../../core/history/requireProved.ts";
import { seedIn } from "../../core/history/seedIn.ts";
import { getLogsOf } from "../../core/logs/getLogsOf.ts";
import type { MinedLog } from "../../core/logs/MinedLog.ts";
import { RangeSize } from "../../core/logs/RangeSize.ts";
import { readTimes } from "../../core/logs/readTimes.ts";
import { streamLogs } from "../../core/logs/streamLogs.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { creationBlockOf } from "../chain/history/creationBlockOf.ts";
import { FIRST_SIZE } from "../chain/history/logsOf.ts";
import { requireCaughtUp } from "../chain/history/requireCaughtUp.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Progress } from "../Progress.ts";
import type { HistoryFolder } from "./HistoryFolder.ts";

/** Events that one part has at most, give or take an answer's. */
const PART = 20_000;

export interface HistorySync {
  /** The last block that the folder has. */
  readonly block: bigint;
  /** Events that were added. */
  readonly events: number;
  /** Parts that others took the place of, because the chain has other blocks now. */
  readonly dropped: number;
}

/**
 * Adds to a folder what a program told since its last part, up to the last block that enough others follow. What is added is
 * proved complete and true by what the program remembers (docs/history.md); what is only summed there is as the node tells it.
 *
 * @throws {HistoryMismatchError} Where the node's events are not those that the program remembers; what was proved before stays.
 */
export async function syncHistory(
  program: Program,
  folder: HistoryFolder,
  { confirmations, progress }: { readonly confirmations: number; readonly progress: Progress },
): Promise<HistorySync> {
  const head = await program.chain.client.getBlock();
  const dropped = await replaceReorganised(program, folder, head.number);
  const before = folder.events;
  const last = folder.parts.at(-1);
  const from = last ? BigInt(last.to) + 1n : await creationBlockOf(program, head.number);
  const final = head.number - BigInt(confirmations);
  const waiting = await addBlocks(program, folder, { from, final, head: head.number, progress });
  try {
    await prove(program, folder, { waiting, head: head.number });
  } catch (error) {
    if (error instanceof HistoryMismatchError) await folder.dropUnproved();
    throw error;
  }
  await folder.keepProved();
  const block = BigInt(folder.parts.at(-1)?.to ?? 0);
  return { block, events: folder.events - before, dropped };
}

/** Has parts replaced that end in a block in whose place the chain has another. Returns how many. */
async function replaceReorganised(
  { chain }: Program,
  folder: HistoryFolder,
  head: bigint,
): Promise<number> {
  const { parts } = folder;
  const last = parts.at(-1);
  if (last === undefined) return 0;
  requireCaughtUp(head, BigInt(last.to));
  let kept = parts.length;
  for (const { to, hash } of parts.toReversed()) {
    const block = await chain.client.getBlock({ blockNumber: BigInt(to) });
    if (block.hash === hash) break;
    kept -= 1;
  }
  if (kept < parts.length) folder.replaceFrom(kept);
  return parts.length - kept;
}

interface Blocks {
  readonly from: bigint;
  /** The last one that is written. */
  readonly final: bigint;
  /** The last one that is read. */
  readonly head: bigint;
  readonly progress: Progress;
}

/** Reads up to the head and writes up to the last final block. Returns the logs after that. */
async function addBlocks(
  program: Program,
  folder: HistoryFolder,
  { from, final, head, progress }: Blocks,
): Promise<readonly TimedLog[]> {
  const size = new RangeSize(FIRST_SIZE);
  const getLogs = getLogsOf(program.chain.client, program.address);
  let logs: TimedLog[] = [];
  let first = from;
  const write = async (to: bigint) => {
    if (to < first) return;
    const { hash } = await program.chain.client.getBlock({ blockNumber: to });
    await folder.add({ from: first, to, hash, logs });
    logs = [];
    first = to + 1n;
  };
  const blocks = final - from + 1n;
  await progress.during("Reading blocks", Math.max(0, Number(blocks)), async () => {
    for await (const piece of streamLogs(getLogs, { fromBlock: from, toBlock: final }, size)) {
      logs.push(...(await timed(program, piece.logs)));
      progress.add(Number(piece.to - piece.from) + 1);
      if (logs.length >= PART) await write(piece.to);
    }
    await write(final);
  });
  const news: TimedLog[] = [];
  const unsettled = { fromBlock: first, toBlock: head };
  for await (const piece of streamLogs(getLogs, unsettled, size))
    news.push(...(await timed(program, piece.logs)));
  return news;
}

async function timed({ chain }: Program, logs: readonly MinedLog[]): Promise<TimedLog[]> {
  const times = await readTimes(chain.client, logs);
  return logs.map((log) => ({
    ...{ address: log.address, topics: log.topics, data: log.data },
    ...{ blockNumber: log.blockNumber, blockHash: log.blockHash },
    blockTimestamp: BigInt(times.get(log.blockNumber) ?? 0),
    ...{ transactionHash: log.transactionHash, logIndex: log.logIndex },
    ...{ transactionIndex: log.transactionIndex, removed: false },
  }));
}

/** All that the program remembers must lead from its beginning to the word that it has at the head. */
async function prove(
  { chain, address }: Program,
  folder: HistoryFolder,
  { waiting, head }: { readonly waiting: readonly TimedLog[]; readonly head: bigint },
): Promise<void> {
  const newest = await chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "history", blockNumber: head },
  });
  const logs = [...(await folder.readAll()), ...waiting];
  const timeOf = async ({ blockTimestamp }: TimedLog): Promise<bigint> => blockTimestamp;
  const hash = seedIn({ chainId: chain.chainId, address }, logs);
  await requireProved(logs, { hash, word: newest }, timeOf);
}
