import { getAbiItem, toEventSelector } from "viem";
import { periodAt } from "../../../core/deal/periods.ts";
import { seedHash } from "../../../core/history/seedHash.ts";
import { type TimedFold, verifyHistory } from "../../../core/history/verifyHistory.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { foldsOf } from "../../../core/ledger/foldsOf.ts";
import type { History } from "../../../core/ledger/History.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Comparison } from "./Comparison.ts";

const BATCH_POSTED = toEventSelector(getAbiItem({ abi: programAbi, name: "BatchPosted" }));

/** Compares what the program remembers of its events, each call by itself, and the checkpoint of each period. */
export function compareHistory(
  comparison: Comparison,
  { chain, address }: Program,
  books: Books,
  { events, time }: History,
): void {
  const folds = foldsOf(events);
  const seed = seedHash({ chainId: chain.chainId, address, termsHash: books.agreed });
  comparison.ask("history", [], (newest) => {
    for (const { fold } of verifyHistory(folds, seed, newest)) {
      const from = fold === undefined ? "its beginning" : `block ${fold.blockNumber}`;
      const found = fold === undefined ? "other ones" : `${fold.hashes.length} that do not lead on`;
      comparison.equal(`events from ${from} on`, "those that the program remembers", found);
    }
  });
  for (const [period, word] of checkpointsOf(folds, termsAt(books, time))) {
    comparison.ask("checkpointOf", [BigInt(period)], (found) => {
      comparison.equal(`history before period ${period}`, word, found);
    });
  }
}

/** The word before each period's first batch. */
function checkpointsOf(
  folds: readonly TimedFold[],
  terms: Parameters<typeof periodAt>[0],
): ReadonlyMap<number, bigint> {
  const words = new Map<number, bigint>();
  for (const { previous, time, logs } of folds) {
    if (!logs.some(({ topics }) => topics[0] === BATCH_POSTED)) continue;
    const period = periodAt(terms, Number(time));
    if (!words.has(period)) words.set(period, previous);
  }
  return words;
}
