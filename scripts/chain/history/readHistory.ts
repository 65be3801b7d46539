import type { History } from "../../../core/ledger/History.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../openProgram.ts";
import { creationBlockOf } from "./creationBlockOf.ts";
import { readEvents } from "./readEvents.ts";
import { readVersions } from "./readVersions.ts";
import { viewTime } from "./viewTime.ts";
import { withTimes } from "./withTimes.ts";

/** Reads all events of a program up to the latest block, with their times, and all terms that were in force. */
export async function readHistory(program: Program): Promise<History> {
  const latest = await program.chain.client.getBlock();
  const [logs, time] = await Promise.all([
    eventsUntil(program, latest.number),
    viewTime(program.chain, latest),
  ]);
  const events = await withTimes(program, logs);
  return { block: latest.number, time, events, terms: await readVersions(program, events, time) };
}

/** Every event of a program up to a block, in order. */
async function eventsUntil(program: Program, block: bigint): Promise<ProgramEvent[]> {
  return readEvents(program, await creationBlockOf(program, block), block);
}
