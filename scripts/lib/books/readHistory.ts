import type { Program } from "../chain/openProgram.ts";
import { type ProgramEvent, readEvents } from "../history/readEvents.ts";
import { readVersions } from "../history/readVersions.ts";
import { viewTime } from "../history/viewTime.ts";
import type { History } from "./History.ts";

/** Requests for blocks under way at once. */
const AT_ONCE = 20;

/** Reads all events of a program up to the latest block, with their times, and all terms that were in force. */
export async function readHistory(program: Program): Promise<History> {
  const latest = await program.chain.client.getBlock();
  const [logs, time] = await Promise.all([
    readEvents(program, latest.number),
    viewTime(program.chain, latest),
  ]);
  const times = await readTimes(program, logs);
  const events = logs.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
  return { block: latest.number, time, events, terms: await readVersions(program, events, time) };
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
