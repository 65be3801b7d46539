import type { Program } from "../chain/openProgram.ts";
import { readEvents } from "../history/readEvents.ts";
import { readVersions } from "../history/readVersions.ts";
import { viewTime } from "../history/viewTime.ts";
import type { History } from "./History.ts";
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
