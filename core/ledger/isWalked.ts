import { NEVER, type StandingLine } from "../terms/ParsedTerms.ts";

/** Whether a standing line is settled together with the residual: it has a cap, a threshold or a guarantee. */
export function isWalked({ clauses }: StandingLine): boolean {
  const { capPer, thresholdPer, fee, minimum } = clauses;
  return capPer !== NEVER || thresholdPer !== NEVER || fee > 0n || minimum > 0n;
}
