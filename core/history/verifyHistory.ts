import { checkFold } from "./checkFold.ts";
import type { Fold } from "./foldsIn.ts";
import { splitWord } from "./HistoryWord.ts";

/** A place where a program's events are not those that it remembers. */
export interface HistoryBreak {
  /** Where it shows: between this call and the next one events are missing, made up or changed. Undefined before the first call. */
  readonly fold: Fold | undefined;
}

/** A call with the time of its block, in seconds. */
export interface TimedFold extends Fold {
  readonly time: bigint;
}

/**
 * Where the calls that added to a program's history do not lead from its beginning to its newest word. Each is checked by the word
 * that the next one says was before it, so that every place is found by itself.
 *
 * @param folds All of them, in order.
 * @param seed See `seedHash`; or the hash of a word that is proved, where these are the calls after it.
 * @param newest The word that the program has now.
 */
export function verifyHistory(
  folds: readonly TimedFold[],
  seed: bigint,
  newest: bigint,
): HistoryBreak[] {
  const first = folds[0]?.previous ?? newest;
  const breaks: HistoryBreak[] = splitWord(first).hash === seed ? [] : [{ fold: undefined }];
  for (const [index, fold] of folds.entries()) {
    const after = folds[index + 1]?.previous ?? newest;
    if (!checkFold(fold, after, fold.time)) breaks.push({ fold });
  }
  return breaks;
}
