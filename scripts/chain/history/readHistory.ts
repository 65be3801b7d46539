import type { TimedLog } from "../../../core/history/files/HistoryPart.ts";
import type { History } from "../../../core/ledger/History.ts";
import { decodeEvents, type ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../openProgram.ts";
import { creationBlockOf } from "./creationBlockOf.ts";
import { readEvents } from "./readEvents.ts";
import { readVersions } from "./readVersions.ts";
import { requireCaughtUp } from "./requireCaughtUp.ts";
import { viewTime } from "./viewTime.ts";
import { withTimes } from "./withTimes.ts";

/** What is known of a program's events: all up to a block. */
export interface KnownLogs {
  readonly to: bigint;
  readonly logs: readonly TimedLog[];
}

/**
 * Reads all events of a program up to the latest block, with their times, and all terms that were in force.
 *
 * @param known Those that need not be read.
 */
export async function readHistory(program: Program, known?: KnownLogs): Promise<History> {
  const latest = await program.chain.client.getBlock();
  if (known !== undefined) requireCaughtUp(latest.number, known.to);
  const [logs, time] = await Promise.all([
    eventsUntil(program, latest.number, known),
    viewTime(program.chain, latest),
  ]);
  const events = await withTimes(program, logs);
  return { block: latest.number, time, events, terms: await readVersions(program, events, time) };
}

/** Every event of a program up to a block, in order. */
async function eventsUntil(
  program: Program,
  block: bigint,
  known: KnownLogs | undefined,
): Promise<ProgramEvent[]> {
  if (known === undefined) return readEvents(program, await creationBlockOf(program, block), block);
  const news = await readEvents(program, known.to + 1n, block);
  return [...decodeEvents(known.logs), ...news];
}
