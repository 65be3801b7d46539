import type { Timed } from "../../../core/ledger/History.ts";
import type { Deployed } from "../Deployed.ts";
import { type Mined, readTimes } from "./readTimes.ts";

/** Events with the times of their blocks. */
export async function withTimes<Event extends Mined>(
  { chain }: Deployed,
  logs: readonly Event[],
): Promise<Timed<Event>[]> {
  const times = await readTimes(chain, logs);
  return logs.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
}
