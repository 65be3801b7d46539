import { sum } from "../money/sum.ts";
import type { PlanBooks } from "./PlanBooks.ts";

/** The units that are granted. */
export function outstandingOf({ classes }: PlanBooks): bigint {
  return sum(classes);
}
