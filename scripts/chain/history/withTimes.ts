import type { Timed } from "../../../core/ledger/History.ts";
import { type Mined, readTimes } from "../../../core/logs/readTimes.ts";
import type { Deployed } from "../Deployed.ts";

/** Events with the times of their blocks. */
export async function withTimes<Event extends Mined>(
  { chain }: Deployed,
  logs: readonly Event[],
): Promise<Timed<Event>[]> {
  const times = await readTimes(chain.client, logs);
  return logs.map((event) => ({ event, time: times.get(event.blockNumber) ?? 0 }));
}
