import type { StandingLine } from "./terms.ts";

/** Whether a line's earnings depend on what came before: it is then settled with the residual, period by period. */
export function isWalked({ clauses }: StandingLine): boolean {
  const { cap, threshold, fee, minimum } = clauses;
  return cap !== undefined || threshold !== undefined || fee > 0n || minimum > 0n;
}
