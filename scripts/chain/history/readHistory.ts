import type { History } from "../../../core/ledger/History.ts";
import { readEvents } from "../../../core/logs/readEvents.ts";
import type { Program } from "../openProgram.ts";
import { readVersions } from "./readVersions.ts";
import { viewTime } from "./viewTime.ts";
import { withTimes } from "./withTimes.ts";

/** Reads all events of a program up to the latest block, with their times, and all terms that were in force. */
export async function readHistory(program: Program): Promise<History> {
  const latest = await program.chain.client.getBlock();
  const [logs, time] = await Promise.all([
    readEvents(program, latest.number),
    viewTime(program.chain, latest),
  ]);
  const events = await withTimes(program, logs);
  return { block: latest.number, time, events, terms: await readVersions(program, events, time) };
}
