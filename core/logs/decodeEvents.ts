import { type AbiEvent, type Hex, type Log, parseEventLogs, toEventSelector } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { decodePosted } from "./decodePosted.ts";

/** An event of a program as it stands on chain, with its arguments. */
export type ProgramEvent = ReturnType<
  typeof parseEventLogs<typeof programAbi, true, undefined>
>[number];
export type ProgramEventName = ProgramEvent["eventName"];
export type EventNamed<Name extends ProgramEventName> = Extract<ProgramEvent, { eventName: Name }>;

/** Each event by its selector, so that a log is not compared with all of them. */
const EVENTS: ReadonlyMap<Hex | undefined, readonly AbiEvent[]> = new Map(
  programAbi.flatMap((item) =>
    item.type === "event" ? [[toEventSelector(item), [item]] as const] : [],
  ),
);

/** The events of a program among logs, in order. Other contracts' events are passed over. */
export function decodeEvents(logs: readonly Log[]): ProgramEvent[] {
  return logs.flatMap((log) => (decodePosted(log) as ProgramEvent | undefined) ?? decodeByAbi(log));
}

function decodeByAbi(log: Log): ProgramEvent[] {
  const abi = EVENTS.get(log.topics[0]);
  return abi === undefined ? [] : (parseEventLogs({ abi, logs: [log] }) as ProgramEvent[]);
}
