import type { Program } from "../../chain/openProgram.ts";
import type { EquityPlan } from "../../equity/chain/openEquityPlan.ts";

/** Something that happens on a date of the stories. */
export interface Moment {
  readonly at: string;
  readonly act: () => Promise<unknown>;
  /** It moves the clock to its time itself. */
  readonly isTimed?: true;
}

/** A program of the demo, with the plan that holds one of its lines, and what happens to them. */
export interface Story {
  readonly program: Program;
  readonly plan?: EquityPlan;
  readonly moments: readonly Moment[];
}
