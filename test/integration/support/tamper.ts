import type { History, TimedEvent } from "../../../core/ledger/History.ts";
import type { EventNamed, ProgramEventName } from "../../../core/logs/decodeEvents.ts";
import { encodeLog } from "../../core/support/encodeLog.ts";

/** A history with its first event of a name, or the first that is meant, changed or left out. */
export function tamper<Name extends ProgramEventName>(
  history: History,
  name: Name,
  change: (args: EventNamed<Name>["args"]) => object | undefined,
  isMeant: (args: EventNamed<Name>["args"]) => boolean = () => true,
): History {
  const index = history.events.findIndex(
    ({ event }) => event.eventName === name && isMeant(event.args as EventNamed<Name>["args"]),
  );
  const { event, time } = history.events[index] as TimedEvent;
  const args = change(event.args as EventNamed<Name>["args"]);
  const changed =
    args === undefined
      ? []
      : [{ event: { ...event, args, ...encodeLog(name, args) } as TimedEvent["event"], time }];
  return { ...history, events: history.events.toSpliced(index, 1, ...changed) };
}
