import type { PostedLine } from "../../../core/batches/PostedSale.ts";
import { NOT_PAID, REFERRED, type Terms } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import type { Credit } from "./parseCredits.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** Whom a role's part is given to. */
type Part = Pick<Credit, "partner" | "role" | "weight">;

/**
 * Whether a posted sale credits others than the file does, or in other parts. Lines of referrers and of pools follow from the terms,
 * and a kind that a role is not paid for has no line of it.
 */
export function creditsDiffer(
  { roles, residualRole }: Terms,
  { credits, kind }: ListedSale,
  lines: readonly PostedLine[],
): boolean {
  const expected = credits.filter(
    ({ role }) => roles[role]?.rates[kind] !== NOT_PAID || role === residualRole,
  );
  const found = lines.filter(
    ({ role, partner }) => roles[role]?.stage !== REFERRED && partner < FIRST_POOL,
  );
  return partsOf(expected) !== partsOf(found);
}

/** Who has which part of which role; the same where weights of a role are the same multiples, and where a partner has its residual too. */
function partsOf(credits: readonly Part[]): string {
  const parts = credits.map(({ partner, role, weight }) => {
    const weights = credits.filter((one) => one.role === role).map((one) => one.weight);
    return `${role} ${partner} ${weight / weights.reduce(commonDivisor, 0)}`;
  });
  return [...new Set(parts)].sort().join();
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
