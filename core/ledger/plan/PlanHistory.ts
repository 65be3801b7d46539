import type { PlanEvent } from "../../logs/decodePlanEvents.ts";
import type { Timed } from "../History.ts";

/** All that happened in an equity plan up to a block. */
export interface PlanHistory {
  readonly block: bigint;
  /** The time that views see which are read at that block. */
  readonly time: number;
  readonly events: readonly Timed<PlanEvent>[];
}
