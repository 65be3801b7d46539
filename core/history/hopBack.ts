import type { Address } from "viem";
import { checkFold } from "./checkFold.ts";
import { type Fold, foldsIn } from "./foldsIn.ts";
import { HistoryMismatchError } from "./HistoryMismatchError.ts";
import { splitWord } from "./HistoryWord.ts";
import type { PlacedLog } from "./PlacedLog.ts";
import { seedIn } from "./seedIn.ts";

/** What the logs of some blocks prove. */
export interface Hop<Log extends PlacedLog> {
  /** The calls that they tell of, the newest first, each checked by the word after it. */
  readonly folds: readonly Fold<Log>[];
  /** The word before all of them; undefined where the history begins with them. */
  readonly before: bigint | undefined;
}

/** A range of blocks with all logs that a program has in it, in order. */
export interface LogsOfBlocks<Log extends PlacedLog> {
  readonly from: bigint;
  readonly logs: readonly Log[];
}

/** What of a program and its node a hop needs. */
export interface HistorySource<Log extends PlacedLog> {
  readonly chainId: number;
  readonly address: Address;
  /** The time of a log's block, in seconds. */
  readonly timeOf: (log: Log) => Promise<bigint>;
}

/**
 * Goes back from a word through the logs of the blocks that end with the word's own.
 *
 * @throws {HistoryMismatchError} Where they are not what the word was made of, or lack the block that it names.
 */
export async function hopBack<Log extends PlacedLog>(
  source: HistorySource<Log>,
  word: bigint,
  { from, logs }: LogsOfBlocks<Log>,
): Promise<Hop<Log>> {
  const folds = foldsIn(logs).toReversed();
  let after = word;
  for (const fold of folds) {
    const { block } = splitWord(after);
    if (block !== fold.blockNumber)
      throw new HistoryMismatchError(block, `a call in block ${fold.blockNumber}`, "none before");
    if (!checkFold(fold, after, await source.timeOf(fold.end)))
      throw new HistoryMismatchError(block, `${fold.hashes.length} events`, "others");
    after = fold.previous;
  }
  const { hash, block } = splitWord(after);
  if (block < from) return { folds, before: after };
  if (hash === seedIn(source, logs)) return { folds, before: undefined };
  throw new HistoryMismatchError(block, "no call that ends with its word", "one");
}
