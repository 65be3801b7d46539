import type { BatchSale } from "./Batch.ts";

/** Whether a sale's credits need their weights told: where two share a role, or one has another weight than 1. */
export function isWeighted({ credits }: BatchSale): boolean {
  const roles = new Set(credits.map(({ role }) => role));
  return roles.size < credits.length || credits.some(({ weight }) => weight !== 1);
}
