import type { Hex } from "viem";
import type { Terms } from "../deal/Terms.ts";
import type { ProgramEvent } from "../logs/decodeEvents.ts";

/** An event with the time of its block. */
export interface Timed<Event> {
  readonly event: Event;
  readonly time: number;
}

export type TimedEvent = Timed<ProgramEvent>;

/** All that happened in a program up to a block. */
export interface History {
  readonly block: bigint;
  /** The time that views see which are read at that block. */
  readonly time: number;
  readonly events: readonly TimedEvent[];
  /** All terms that were in force so far, by their hash. */
  readonly terms: ReadonlyMap<Hex, Terms>;
}
