import { amountOf } from "./amountOf.ts";
import type { StandingLine } from "./Terms.ts";

/** Whether a standing line is guaranteed something in a currency. */
export function isGuaranteed(
  { clauses }: Pick<StandingLine, "clauses">,
  currency: number,
): boolean {
  return amountOf(clauses.fee, currency) + amountOf(clauses.minimum, currency) > 0n;
}
