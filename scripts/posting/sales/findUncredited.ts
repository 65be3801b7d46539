import { highestRate } from "../../../core/deal/highestRate.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { ListedSale } from "./readSalesFile.ts";

/** The sales that have no credit though a role of the terms is paid for their kind. */
export function findUncredited<Sale extends Pick<ListedSale, "kind" | "credits">>(
  { roles, commission }: Pick<Terms, "roles" | "commission">,
  sales: readonly Sale[],
): Sale[] {
  return sales.filter(
    ({ kind, credits }) =>
      credits.length === 0 &&
      roles.some((role) => highestRate(role, commission, kind).numerator > 0n),
  );
}
