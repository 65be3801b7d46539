import type { GetLogs, LogKey } from "./GetLogs.ts";
import { whyRefused } from "./whyRefused.ts";

const ATTEMPTS = 4;
const FIRST_PAUSE = 400;

/** The logs of a range, in order, each once. A node that is busy, or that fails at a single block, is asked a few times. */
export async function askForLogs<Entry extends LogKey>(
  getLogs: GetLogs<Entry>,
  from: bigint,
  to: bigint,
): Promise<Entry[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const logs = new Map<string, Entry>();
      for (const log of await getLogs(from, to)) {
        if (log.removed !== true) logs.set(`${log.transactionHash}:${log.logIndex}`, log);
      }
      return [...logs.values()].sort(byPlace);
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
