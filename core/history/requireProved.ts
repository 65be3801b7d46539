import { foldsIn } from "./foldsIn.ts";
import { HistoryMismatchError } from "./HistoryMismatchError.ts";
import { splitWord } from "./HistoryWord.ts";
import type { PlacedLog } from "./PlacedLog.ts";
import { type TimedFold, verifyHistory } from "./verifyHistory.ts";

/** What some of a program's logs have to lead from and to. */
export interface HistoryEnds {
  /** The hash before them: what the program's history begins with, see `seedIn`, or that of a word that is proved. */
  readonly hash: bigint | undefined;
  /** The program's word after them. */
  readonly word: bigint;
}

/**
 * Compares logs with what the program remembers.
 *
 * @param logs All of the program between the two ends, in order.
 * @param timeOf The time of a log's block, in seconds.
 * @throws {HistoryMismatchError} Where they do not lead from one end to the other.
 */
export async function requireProved<Log extends PlacedLog>(
  logs: readonly Log[],
  { hash, word }: HistoryEnds,
  timeOf: (log: Log) => Promise<bigint>,
): Promise<void> {
  const { block } = splitWord(word);
  if (hash === undefined) throw new HistoryMismatchError(block, "no TermsAgreed", "one");
  const folds: TimedFold[] = [];
  for (const fold of foldsIn(logs)) folds.push({ ...fold, time: await timeOf(fold.end) });
  const [broken] = verifyHistory(folds, hash, word);
  if (broken === undefined) return;
  const { fold } = broken;
  const found = fold === undefined ? "other ones" : `${fold.hashes.length} that do not lead on`;
  throw new HistoryMismatchError(fold?.blockNumber ?? block, found, "those that it remembers");
}
