/** One question to the node: every log from the first to the last block. */
export type GetLogs<Entry> = (fromBlock: bigint, toBlock: bigint) => Promise<readonly Entry[]>;

export interface LogKey {
  readonly transactionHash: string | null;
  readonly logIndex: number | null;
}

/** Questions to a node for one reading of the logs; more means that its ranges are too small to be of use. */
const MOST_QUESTIONS = 600;

/** Thrown when the node allows too few blocks at a time to read a program's history. */
class LogsOutOfReachError extends Error {
  override readonly name = "LogsOutOfReachError";

  constructor(questions: number, reached: bigint, last: bigint) {
    super(
      `The node answered ${questions} times and the logs are read up to block ${reached} of ${last}. It allows too few blocks at a time; use a node that allows more.`,
    );
  }
}

/**
 * Reads all logs of a range of blocks. A range the node refuses is halved until it answers or a single block fails; the
 * ranges grow again after answers. Logs that come twice are kept once.
 * @param isRefusal Tells a node that finds the range too large from one that is not there.
 */
export async function fetchLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  firstBlock: bigint,
  lastBlock: bigint,
  isRefusal: (error: unknown) => boolean,
): Promise<Entry[]> {
  const logs = new Map<string, Entry>();
  let from = firstBlock;
  let size = lastBlock - firstBlock + 1n;
  for (let questions = 1; from <= lastBlock; questions++) {
    if (questions > MOST_QUESTIONS) throw new LogsOutOfReachError(questions - 1, from, lastBlock);
    const to = min(from + size - 1n, lastBlock);
    try {
      const found = await getLogs(from, to);
      for (const log of found) logs.set(`${log.transactionHash}:${log.logIndex}`, log);
      from = to + 1n;
      size *= 2n;
    } catch (error) {
      if (from === to || !isRefusal(error)) throw error;
      size = (to - from + 1n) / 2n;
    }
  }
  return [...logs.values()];
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
