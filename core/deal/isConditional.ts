import { NEVER, type StandingLine } from "./Terms.ts";

/**
 * Whether a standing line's earnings depend on what came before: it has a cap, a threshold or a guarantee, and is settled with
 * the residual, period by period.
 */
export function isConditional({ clauses }: Pick<StandingLine, "clauses">): boolean {
  const { capPer, thresholdPer, fee, minimum } = clauses;
  return capPer !== NEVER || thresholdPer !== NEVER || fee.length > 0 || minimum.length > 0;
}
