import type { TimedEvent } from "../../../core/ledger/History.ts";
import type { ProgramEvent } from "../../../core/logs/decodeEvents.ts";
import type { Program } from "../openProgram.ts";
import { readTimes } from "./readTimes.ts";

/** Events with the times of their blocks. */
export async function withTimes(
  program: Program,
  logs: readonly ProgramEvent[],
): Promise<TimedEvent[]> {
  const times = await readTimes(program.chain, logs);
  return logs.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
}
