import type { Hash } from "viem";
import type { Terms } from "../deal/Terms.ts";
import type { EventNamed, ProgramEventName } from "../logs/decodeEvents.ts";
import type { Books } from "./Books.ts";

/** What an event is entered into, and when. */
export interface Entry {
  readonly books: Books;
  /** In force at the time. */
  readonly terms: Terms;
  readonly time: number;
  readonly transaction: Hash;
}

/** What each of some events does to the books. */
export type Handlers<Names extends ProgramEventName> = {
  readonly [Name in Names]: (entry: Entry, args: EventNamed<Name>["args"]) => void;
};
