import { isSaleCounted } from "../../../core/deal/isSaleCounted.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import type { SaleLine } from "../../../core/ledger/SaleBook.ts";
import { compare } from "./compare.ts";
import type { Difference } from "./Difference.ts";
import { isReferred } from "./Posted.ts";

/**
 * A sale counts once for each partner that has a line of its own in it: by the first of them, where graduation or milestones ask
 * for that.
 */
export function checkCounts(
  terms: Terms,
  sale: Parameters<typeof isSaleCounted>[1],
  lines: readonly SaleLine[],
): Difference[] {
  const asked = isSaleCounted(terms, sale);
  const counted = new Set<number>();
  return lines.flatMap((line, index) => {
    const isOwn = line.number < FIRST_POOL && !isReferred(terms, line);
    const counts = asked && isOwn && !counted.has(line.number);
    if (counts) counted.add(line.number);
    return compare(`line ${index}: counts`, String(counts), String(line.counts));
  });
}
