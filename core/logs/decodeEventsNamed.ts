import type { Log } from "viem";
import { decodeEvents, type EventNamed, type ProgramEventName } from "./decodeEvents.ts";

/** The events of some names among logs, in order. */
export function decodeEventsNamed<const Name extends ProgramEventName>(
  logs: readonly Log[],
  names: readonly Name[],
): EventNamed<Name>[] {
  return decodeEvents(logs).filter((event): event is EventNamed<Name> =>
    names.some((name) => name === event.eventName),
  );
}
