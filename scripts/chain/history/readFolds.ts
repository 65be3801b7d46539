import type { Log } from "viem";
import type { Fold } from "../../../core/history/foldsIn.ts";
import type { PlacedLog } from "../../../core/history/PlacedLog.ts";
import { readBack } from "../../../core/history/readBack.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import { getLogsOf } from "./logsOf.ts";

/** A log of a mined block. */
export type ChainLog = Log & PlacedLog;

/**
 * Reads what a program remembers of its events, the newest call first, each proved by the word after it.
 *
 * @param creation The block of the program's creation, or an earlier one: by it is judged whether to hop or to ask for ranges.
 * @throws {HistoryMismatchError} Where the node's logs are not what the program remembers.
 */
export async function* readFolds(
  program: Program,
  creation: bigint,
): AsyncGenerator<Fold<ChainLog>, void> {
  const { chain, address } = program;
  const getLogs = getLogsOf(program);
  const times = new Map<bigint, bigint>();
  yield* readBack<ChainLog>({
    ...{ chainId: chain.chainId, address, creation },
    word: await readProgram(program, "history", []),
    getLogs: async (from, to) => (await getLogs(from, to)).filter(isPlaced),
    timeOf: async ({ blockNumber, blockTimestamp }) => {
      const known = blockTimestamp ?? times.get(blockNumber);
      if (known !== undefined) return known;
      const { timestamp } = await chain.client.getBlock({ blockNumber });
      times.set(blockNumber, timestamp);
      return timestamp;
    },
  });
}

/** A log of a block that is not mined yet has no place. */
function isPlaced(log: Log): log is ChainLog {
  return log.blockNumber !== null;
}
