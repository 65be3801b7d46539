import { type Log, parseEventLogs } from "viem";
import { programAbi } from "../../generated/abis.ts";

/** An event of a program as it stands on chain, with its arguments. */
export type ProgramEvent = ReturnType<
  typeof parseEventLogs<typeof programAbi, true, undefined>
>[number];
export type ProgramEventName = ProgramEvent["eventName"];
export type EventNamed<Name extends ProgramEventName> = Extract<ProgramEvent, { eventName: Name }>;

/** The events of a program among logs, in order. Other contracts' events are passed over. */
export function decodeEvents(logs: readonly Log[]): ProgramEvent[] {
  return parseEventLogs({ abi: programAbi, logs: [...logs] });
}
