import type { Verdict } from "./createTester.ts";
import type { Mutant } from "./Mutant.ts";

export type Outcome = Verdict | "not compiling" | "equivalent";

/** What became of a mutant. */
export interface Result {
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  /** Why no test can tell it from the original, where it is equivalent. */
  readonly reason?: string;
}
