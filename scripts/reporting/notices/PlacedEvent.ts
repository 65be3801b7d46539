import type { TimedEvent } from "../../../core/ledger/History.ts";

/** An event among the others of its transaction. */
export interface PlacedEvent extends TimedEvent {
  /** Its place among the program's events of the transaction. */
  readonly place: number;
  /** The program's events that follow it in the transaction. */
  readonly following: readonly TimedEvent["event"][];
}
