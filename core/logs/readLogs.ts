import { TributaryError } from "../TributaryError.ts";
import { whyRefused } from "./whyRefused.ts";

/** Logs per question that are enough: more of them only take memory. */
const MANY = 5_000;
const ATTEMPTS = 4;
const FIRST_PAUSE = 400;

/** One question to a node: every log from the first to the last block. */
export type GetLogs<Entry> = (fromBlock: bigint, toBlock: bigint) => Promise<readonly Entry[]>;

/** What of a log tells it from others and gives its place. */
export interface LogKey {
  readonly blockNumber: bigint | null;
  readonly transactionHash: string | null;
  readonly logIndex: number | null;
  /** By a chain that has other blocks now. */
  readonly removed?: boolean;
}

export interface LogRange {
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
  /** Blocks to ask for at first; all at once where it is left out. */
  readonly firstSize?: bigint;
  /** Questions after which the node counts as one that allows too few blocks at a time. */
  readonly mostQuestions?: number;
  /** Told of each block up to which the logs are read. */
  readonly onProgress?: (block: bigint) => void;
}

/**
 * Reads all logs of a range of blocks, in order, each once. A range that the node refuses is halved, and none as large is
 * asked for again; one with many logs is followed by a smaller one. A node that is busy or does not answer is asked again.
 */
export async function readLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  { fromBlock, toBlock, firstSize, mostQuestions, onProgress }: LogRange,
): Promise<Entry[]> {
  const logs = new Map<string, Entry>();
  const sizes = new Sizes(firstSize ?? toBlock - fromBlock + 1n);
  let questions = 0;
  for (let from = fromBlock; from <= toBlock; ) {
    if (questions === mostQuestions) throw new LogsOutOfReachError(questions, from, toBlock);
    questions += 1;
    const to = min(from + sizes.next - 1n, toBlock);
    try {
      const found = await ask(getLogs, from, to);
      for (const log of found) logs.set(`${log.transactionHash}:${log.logIndex}`, log);
      from = to + 1n;
      sizes.answered(found.length);
      onProgress?.(to);
    } catch (error) {
      const why = whyRefused(error);
      if (why === "busy") throw error;
      if (from === to) throw new LogsError(from, error);
      sizes.refused(to - from + 1n, why);
    }
  }
  return [...logs.values()];
}

/** How many blocks to ask for: more after each answer, up to what the node has refused. */
class Sizes {
  next: bigint;
  #most: bigint | undefined;

  constructor(first: bigint) {
    this.next = first;
  }

  answered(logs: number): void {
    if (logs >= MANY) this.next = half(this.next);
    else this.next = this.#most === undefined ? this.next * 2n : min(this.next * 2n, this.#most);
  }

  /** Too many logs in these blocks say nothing of others; too many blocks are too many everywhere. */
  refused(size: bigint, why: "logs" | "blocks"): void {
    this.next = half(size);
    if (why === "blocks") this.#most = this.next;
  }
}

/** The logs of a range, in order; asked for a few times where the node is busy, or fails at a single block. */
async function ask<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  from: bigint,
  to: bigint,
): Promise<Entry[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const logs = await getLogs(from, to);
      return logs.filter(({ removed }) => removed !== true).sort(byPlace);
    } catch (error) {
      const isPassing = from === to || whyRefused(error) === "busy";
      if (!isPassing || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** (attempt - 1)));
    }
  }
}

function byPlace(a: LogKey, b: LogKey): number {
  return (
    Number((a.blockNumber ?? 0n) - (b.blockNumber ?? 0n)) || (a.logIndex ?? 0) - (b.logIndex ?? 0)
  );
}

function half(size: bigint): bigint {
  return size > 1n ? size / 2n : size;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
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
