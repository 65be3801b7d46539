import { lesser } from "../money/lesser.ts";
import { TributaryError } from "../TributaryError.ts";
import { askForLogs } from "./askForLogs.ts";
import type { GetLogs, LogKey } from "./GetLogs.ts";
import type { RangeSize } from "./RangeSize.ts";
import { whyRefused } from "./whyRefused.ts";

/** All logs of some blocks, in order. */
export interface LogsBetween<Entry> {
  readonly from: bigint;
  /** Included. */
  readonly to: bigint;
  readonly logs: readonly Entry[];
}

/**
 * Reads all logs of a range of blocks, the oldest first, a piece an answer. A range that the node refuses is halved, and none as
 * large is asked for again; one with many logs is followed by a smaller one. A node that is busy or does not answer is asked again.
 *
 * @param size What the node allows; it learns, and serves for the next range too.
 */
export async function* streamLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  { fromBlock, toBlock }: { readonly fromBlock: bigint; readonly toBlock: bigint },
  size: RangeSize,
): AsyncGenerator<LogsBetween<Entry>, void> {
  for (let from = fromBlock; from <= toBlock; ) {
    const to = lesser(from + size.blocks - 1n, toBlock);
    try {
      const logs = await askForLogs(getLogs, from, to);
      yield { from, to, logs };
      from = to + 1n;
      size.answered(logs.length);
    } catch (error) {
      const why = whyRefused(error);
      if (why === "busy") throw error;
      if (from === to) throw new LogsError(from, error);
      size.refused(to - from + 1n, why);
    }
  }
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
