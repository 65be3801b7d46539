import type { Fold } from "../../../core/history/foldsIn.ts";
import { readBack } from "../../../core/history/readBack.ts";
import { getLogsOf } from "../../../core/logs/getLogsOf.ts";
import type { MinedLog } from "../../../core/logs/MinedLog.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";

/**
 * Reads what a program remembers of its events, the newest call first, each proved by the word after it.
 *
 * @param creation The block of the program's creation, or an earlier one: by it is judged whether to hop or to ask for ranges.
 * @throws {HistoryMismatchError} Where the node's logs are not what the program remembers.
 */
export async function* readFolds(
  program: Program,
  creation: bigint,
): AsyncGenerator<Fold<MinedLog>, void> {
  const { chain, address } = program;
  const times = new Map<bigint, bigint>();
  yield* readBack<MinedLog>({
    ...{ chainId: chain.chainId, address, creation },
    word: await readProgram(program, "history", []),
    getLogs: getLogsOf(chain.client, address),
    timeOf: async ({ blockNumber, blockTimestamp }) => {
      const known = blockTimestamp ?? times.get(blockNumber);
      if (known !== undefined) return known;
      const { timestamp } = await chain.client.getBlock({ blockNumber });
      times.set(blockNumber, timestamp);
      return timestamp;
    },
  });
}
