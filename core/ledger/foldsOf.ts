import { foldsIn } from "../history/foldsIn.ts";
import type { PlacedLog } from "../history/PlacedLog.ts";
import type { TimedFold } from "../history/verifyHistory.ts";
import type { TimedEvent } from "./History.ts";

/** The calls among events that the program remembers, with the times of their blocks. */
export function foldsOf(events: readonly TimedEvent[]): TimedFold[] {
  const logs = events.map(({ event, time }): PlacedLog & { readonly time: number } => {
    const { topics, data, blockNumber, transactionHash, logIndex } = event;
    return { topics, data, blockNumber, transactionHash, logIndex, time };
  });
  return foldsIn(logs).map((fold) => ({ ...fold, time: BigInt(fold.end.time) }));
}
