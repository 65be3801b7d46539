import type { PlanBooks } from "./PlanBooks.ts";
import type { PlanTerms } from "./PlanTerms.ts";

/** A plan before anything happened. */
export function openPlan(terms: PlanTerms): PlanBooks {
  const currencies = terms.hurdles[0]?.length ?? 0;
  return {
    terms,
    grants: [],
    classes: terms.hurdles.map(() => 0n),
    levels: Array.from({ length: currencies }, () => ({ level: 0n, waiting: 0n, treasury: 0n })),
    exit: undefined,
    freed: [],
  };
}
