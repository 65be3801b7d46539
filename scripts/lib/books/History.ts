import type { ProgramEvent } from "../history/readEvents.ts";

/** An event with the time of its block. */
export interface TimedEvent {
  readonly event: ProgramEvent;
  readonly time: number;
}

/** All that happened in a program up to a block. */
export interface History {
  readonly block: bigint;
  /** The time that views see which are read at that block. */
  readonly time: number;
  readonly events: readonly TimedEvent[];
}
