import { isConditional } from "../deal/isConditional.ts";
import type { Terms } from "../deal/Terms.ts";

const MOST_AT_ONCE = 64;
/** Looking at a line and kind counts once, keeping the books of a line with clauses as much as this. */
const WORK_OF_CLAUSES = 100;
const MOST_WORK = 30_000;

/** The most segments that settling a conditional line settles: fewer where that is much work, and one at least. */
export function mostSettled({ standing, kinds }: Pick<Terms, "standing" | "kinds">): number {
  const clauses = standing.filter((line) => isConditional(line) || line.clauses.buyout > 0).length;
  const work = standing.length * (1 + kinds.length) + clauses * WORK_OF_CLAUSES;
  return Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(MOST_WORK / work)));
}
