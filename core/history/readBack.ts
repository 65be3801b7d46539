import { askForLogs } from "../logs/askForLogs.ts";
import type { GetLogs } from "../logs/GetLogs.ts";
import { whyRefused } from "../logs/whyRefused.ts";
import type { Fold } from "./foldsIn.ts";
import { splitWord } from "./HistoryWord.ts";
import { type HistorySource, type Hop, hopBack, type LogsOfBlocks } from "./hopBack.ts";
import { Outlook } from "./Outlook.ts";
import type { PlacedLog } from "./PlacedLog.ts";

/** Ranges under way at once. */
const AT_ONCE = 4;

export interface HistoryReading<Log extends PlacedLog> extends HistorySource<Log> {
  /** All logs of the program in a range of blocks. */
  readonly getLogs: GetLogs<Log>;
  /** The newest word, or one from which on everything later is read already. */
  readonly word: bigint;
  /** In which the program was created, or an earlier block: which way is shorter is judged by it, no event is missed for it. */
  readonly creation: bigint;
}

/**
 * Reads what a program remembers, the newest call first, and proves each by the word after it. It hops from the block of one call to
 * that of the one before, a request each; where what is left is fewer ranges, it asks for ranges, some side by side. Whoever has
 * read enough stops.
 *
 * @throws {HistoryMismatchError} Where the node's logs are not what the program remembers; what was given before is proved.
 */
export async function* readBack<Log extends PlacedLog>(
  reading: HistoryReading<Log>,
): AsyncGenerator<Fold<Log>, void> {
  let word: bigint | undefined = reading.word;
  const outlook = new Outlook(splitWord(word).block, reading.creation);
  while (word !== undefined) {
    for (const blocks of await readNext(reading, outlook, splitWord(word).block)) {
      // A range that lies above the word's block has nothing to prove: a hop went below it.
      if (word === undefined || splitWord(word).block < blocks.from) continue;
      const { folds, before }: Hop<Log> = await hopBack<Log>(reading, word, blocks);
      yield* folds;
      outlook.found(folds.length);
      word = before;
    }
  }
}

/** The logs of the next blocks to look at, the newest first. */
async function readNext<Log extends PlacedLog>(
  reading: HistoryReading<Log>,
  outlook: Outlook,
  block: bigint,
): Promise<LogsOfBlocks<Log>[]> {
  const ranges = outlook.rangesFrom(block, AT_ONCE);
  if (ranges.length === 0) return [await readBlocks(reading, block, block)];
  try {
    const found = await Promise.all(ranges.map(({ from, to }) => readBlocks(reading, from, to)));
    outlook.answered();
    return found;
  } catch (error) {
    const [first] = ranges;
    if (first === undefined || first.from === first.to || whyRefused(error) === "busy") throw error;
    outlook.refused(first.to - first.from + 1n);
    return [];
  }
}

async function readBlocks<Log extends PlacedLog>(
  { getLogs }: HistoryReading<Log>,
  from: bigint,
  to: bigint,
): Promise<LogsOfBlocks<Log>> {
  return { from, logs: await askForLogs(getLogs, from, to) };
}
