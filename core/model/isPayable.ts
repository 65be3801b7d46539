import { ONE } from "./constants.ts";
import type { Terms, Time } from "./terms.ts";
import { worstShareOf } from "./worstShareOf.ts";

/**
 * Whether no sale from `since` on could ever pay out more than its ceiling. An outcome is a bonus of its
 * whole amount.
 */
export function isPayable(terms: Terms, since: Time): boolean {
  return terms.kinds.every((_, kind) => {
    const ceiling = terms.outcomes.has(kind) ? ONE : terms.ceiling;
    return worstShareOf(terms, kind, since) <= ceiling;
  });
}
