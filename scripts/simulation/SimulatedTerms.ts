import type { Terms } from "../../core/deal/Terms.ts";

/** One terms file on the way through a simulation. */
export interface SimulatedTerms {
  readonly file: string;
  readonly terms: Terms;
  /** By the currencies' places. */
  readonly decimals: readonly number[];
  /** By the currencies' places; undefined where there is none. */
  readonly symbols: readonly (string | undefined)[];
}
