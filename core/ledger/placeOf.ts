import type { ProgramEvent } from "../logs/decodeEvents.ts";
import type { Place } from "./Ledger.ts";

/** Where and when an event stands. */
export function placeOf(event: ProgramEvent): Place {
  return {
    block: event.blockNumber,
    time: event.blockTimestamp ?? undefined,
    transaction: event.transactionHash,
    index: event.logIndex,
  };
}
