import { foldHash } from "./foldHash.ts";
import type { Fold } from "./foldsIn.ts";
import { splitWord } from "./HistoryWord.ts";

/**
 * Whether a call's logs lead from the word before it to the word after it. The block is the one that the word after it names, so
 * that it fits where contracts see another chain's blocks.
 *
 * @param time Of the call's block, in seconds.
 */
export function checkFold(
  { previous, hashes }: Pick<Fold, "previous" | "hashes">,
  after: bigint,
  time: bigint,
): boolean {
  const { hash, block } = splitWord(after);
  return foldHash({ previous, block, time, hashes }) === hash;
}
