import type { EventNamed, ProgramEventName } from "../logs/decodeEvents.ts";
import type { Entry } from "./Books.ts";

/** What each of some events does to the books. */
export type Handlers<Names extends ProgramEventName> = {
  readonly [Name in Names]: (entry: Entry, args: EventNamed<Name>["args"]) => void;
};
