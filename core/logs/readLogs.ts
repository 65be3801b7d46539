import { lesser } from "../money/lesser.ts";
import { TributaryError } from "../TributaryError.ts";
import { askForLogs } from "./askForLogs.ts";
import type { GetLogs, LogKey } from "./GetLogs.ts";
import { RangeSize } from "./RangeSize.ts";
import { whyRefused } from "./whyRefused.ts";

export interface LogRange {
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
  /** Blocks to ask for at first; all at once where it is left out. */
  readonly firstSize?: bigint;
  /** Questions after which the node counts as one that allows too few blocks at a time. */
  readonly mostQuestions?: number;
}

/**
 * Reads all logs of a range of blocks, in order, each once. A range that the node refuses is halved, and none as large is
 * asked for again; one with many logs is followed by a smaller one. A node that is busy or does not answer is asked again.
 */
export async function readLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  { fromBlock, toBlock, firstSize, mostQuestions }: LogRange,
): Promise<Entry[]> {
  const logs = new Map<string, Entry>();
  const size = new RangeSize(firstSize ?? toBlock - fromBlock + 1n);
  let questions = 0;
  for (let from = fromBlock; from <= toBlock; ) {
    if (questions === mostQuestions) throw new LogsOutOfReachError(questions, from, toBlock);
    questions += 1;
    const to = lesser(from + size.blocks - 1n, toBlock);
    try {
      const found = await askForLogs(getLogs, from, to);
      for (const log of found) logs.set(`${log.transactionHash}:${log.logIndex}`, log);
      from = to + 1n;
      size.answered(found.length);
    } catch (error) {
      const why = whyRefused(error);
      if (why === "busy") throw error;
      if (from === to) throw new LogsError(from, error);
      size.refused(to - from + 1n, why);
    }
  }
  return [...logs.values()];
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

class LogsOutOfReachError extends TributaryError {
  override readonly name = "LogsOutOfReachError";

  constructor(questions: number, reached: bigint, last: bigint) {
    super(
      `The RPC answered ${questions} times and the logs are read up to block ${reached} of ${last}: it allows too few blocks at a time.`,
      { todo: "Use another RPC, one that allows more." },
    );
  }
}
