import type { parseEventLogs } from "viem";
import type { programAbi } from "../../generated/abis.ts";
import type { Place } from "./Ledger.ts";

/** An event of a program as it stands on chain. */
export type ProgramEvent = ReturnType<typeof parseEventLogs<typeof programAbi>>[number];
export type EventOf<Name extends ProgramEvent["eventName"]> = Extract<
  ProgramEvent,
  { eventName: Name }
>;

export function placeOf(event: ProgramEvent): Place {
  return {
    block: event.blockNumber,
    time: event.blockTimestamp ?? undefined,
    transaction: event.transactionHash,
    index: event.logIndex,
  };
}
