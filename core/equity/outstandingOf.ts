import { sum } from "../money/sum.ts";
import type { PlanBooks } from "./PlanBooks.ts";

/** The units that are granted. */
export function outstandingOf({ classes }: Pick<PlanBooks, "classes">): bigint {
  return sum(classes);
}
