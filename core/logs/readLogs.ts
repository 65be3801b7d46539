import { TributaryError } from "../TributaryError.ts";
import type { GetLogs, LogKey } from "./GetLogs.ts";
import { RangeSize } from "./RangeSize.ts";
import { streamLogs } from "./streamLogs.ts";

export interface LogRange {
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
  /** Blocks to ask for at first; all at once where it is left out. */
  readonly firstSize?: bigint;
  /** Questions after which the node counts as one that allows too few blocks at a time. */
  readonly mostQuestions?: number;
}

/** Reads all logs of a range of blocks, in order, each once. See `streamLogs`. */
export async function readLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  { fromBlock, toBlock, firstSize, mostQuestions }: LogRange,
): Promise<Entry[]> {
  const logs: Entry[] = [];
  const size = new RangeSize(firstSize ?? toBlock - fromBlock + 1n);
  let questions = 0;
  const counted: GetLogs<Entry> = (from, to) => {
    questions += 1;
    return getLogs(from, to);
  };
  for await (const piece of streamLogs(counted, { fromBlock, toBlock }, size)) {
    for (const log of piece.logs) logs.push(log);
    if (mostQuestions !== undefined && questions >= mostQuestions && piece.to < toBlock)
      throw new LogsOutOfReachError(questions, piece.to, toBlock);
  }
  return logs;
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
