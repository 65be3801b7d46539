import { getAbiItem, type Log, toEventSelector } from "viem";
import type { TimedLog } from "../../core/history/files/HistoryPart.ts";
import { foldsIn } from "../../core/history/foldsIn.ts";
import { HistoryMismatchError } from "../../core/history/HistoryMismatchError.ts";
import { seedHash } from "../../core/history/seedHash.ts";
import { verifyHistory } from "../../core/history/verifyHistory.ts";
import { RangeSize } from "../../core/logs/RangeSize.ts";
import { readTimes } from "../../core/logs/readTimes.ts";
import { streamLogs } from "../../core/logs/streamLogs.ts";
import { programAbi } from "../../generated/abis.ts";
import { creationBlockOf } from "../chain/history/creationBlockOf.ts";
import { FIRST_SIZE, getLogsOf } from "../chain/history/logsOf.ts";
import type { Program } from "../chain/openProgram.ts";
import type { Progress } from "../Progress.ts";
import type { HistoryFolder } from "./HistoryFolder.ts";

/** Events that one part has at most, give or take an answer's. */
const PART = 20_000;

const TERMS_AGREED = toEventSelector(getAbiItem({ abi: programAbi, name: "TermsAgreed" }));

export interface HistorySync {
  /** The last block that the folder has. */
  readonly block: bigint;
  /** Events that were added. */
  readonly events: number;
  /** Parts that were taken away, because the chain has other blocks now. */
  readonly dropped: number;
}

/**
 * Adds to a folder what a program told since its last part, up to the last block that enough others follow. What is added is
 * proved complete and true by what the program remembers (docs/history.md); what is only summed there is as the node tells it.
 *
 * @throws {HistoryMismatchError} Where the node's events are not those that the program remembers; nothing is added then.
 */
export async function syncHistory(
  program: Program,
  folder: HistoryFolder,
  { confirmations, progress }: { readonly confirmations: number; readonly progress: Progress },
): Promise<HistorySync> {
  const { client } = program.chain;
  const head = await client.getBlock();
  const dropped = await dropReorganised(program, folder);
  const before = folder.parts.length;
  const last = folder.parts.at(-1);
  const from = last ? BigInt(last.to) + 1n : await creationBlockOf(program, head.number);
  const final = head.number - BigInt(confirmations);
  const waiting = await addBlocks(program, folder, { from, final, head: head.number, progress });
  try {
    await prove(program, folder, { waiting, head: head.number });
  } catch (error) {
    while (error instanceof HistoryMismatchError && folder.parts.length > before)
      await folder.dropLast();
    throw error;
  }
  const added = folder.parts.slice(before);
  const events = added.reduce((sum, part) => sum + part.events, 0);
  return { block: BigInt(folder.parts.at(-1)?.to ?? 0), events, dropped };
}

/** Takes parts away that end in a block which the chain has no more. */
async function dropReorganised({ chain }: Program, folder: HistoryFolder): Promise<number> {
  let dropped = 0;
  for (let last = folder.parts.at(-1); last !== undefined; last = folder.parts.at(-1)) {
    const block = await chain.client.getBlock({ blockNumber: BigInt(last.to) }).catch(() => null);
    if (block?.hash === last.hash) break;
    await folder.dropLast();
    dropped += 1;
  }
  return dropped;
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
  const getLogs = getLogsOf(program);
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

async function timed({ chain }: Program, logs: readonly Log[]): Promise<TimedLog[]> {
  const mined = logs.filter((log): log is Log<bigint, number, false> => log.blockNumber !== null);
  const times = await readTimes(chain.client, mined);
  return mined.map((log) => ({
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
  const agreed = logs.find(({ topics }) => topics[0] === TERMS_AGREED)?.topics[1];
  if (agreed === undefined) throw new HistoryMismatchError(head, "no TermsAgreed", "one");
  const seed = seedHash({ chainId: chain.chainId, address, termsHash: agreed });
  const folds = foldsIn(logs).map((fold) => ({ ...fold, time: fold.end.blockTimestamp }));
  const [first] = verifyHistory(folds, seed, newest);
  if (first === undefined) return;
  const { fold } = first;
  const found = fold === undefined ? "other ones" : `${fold.hashes.length} that do not lead on`;
  throw new HistoryMismatchError(fold?.blockNumber ?? head, found, "those that it remembers");
}
