import type { TimedEvent } from "../../../core/ledger/History.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../openProgram.ts";

/** Requests for blocks under way at once. */
const AT_ONCE = 20;

/** Events with the times of their blocks. */
export async function withTimes(
  program: Program,
  logs: readonly ProgramEvent[],
): Promise<TimedEvent[]> {
  const times = await readTimes(program, logs);
  return logs.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
}

/** The times of the events' blocks. Some RPCs tell them with the logs; for others the blocks are read. */
async function readTimes(
  { chain }: Program,
  events: readonly ProgramEvent[],
): Promise<Map<bigint, number>> {
  const times = new Map<bigint, number>();
  const unknown = new Set<bigint>();
  for (const { blockNumber, blockTimestamp } of events) {
    if (blockTimestamp === undefined) unknown.add(blockNumber);
    else times.set(blockNumber, Number(blockTimestamp));
  }
  const numbers = [...unknown];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const blocks = await Promise.all(
      numbers
        .slice(from, from + AT_ONCE)
        .map((blockNumber) => chain.client.getBlock({ blockNumber })),
    );
    for (const { number, timestamp } of blocks) times.set(number, Number(timestamp));
  }
  return times;
}
