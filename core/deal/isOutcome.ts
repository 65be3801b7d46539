import type { Terms } from "./Terms.ts";

/** Whether a kind is no revenue but a bonus that the operator pays. */
export function isOutcome({ outcomes }: Terms, kind: number): boolean {
  return outcomes.some((outcome) => outcome.kind === kind);
}
