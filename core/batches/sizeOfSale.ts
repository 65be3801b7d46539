import type { BatchSale } from "./Batch.ts";
import { isWeighted } from "./isWeighted.ts";

/** How many bytes of a packed batch a sale takes, beside its partners' numbers. */
export function sizeOfSale(sale: BatchSale): number {
  const payer = sale.payer === undefined ? 0 : 20;
  return 51 + payer + sale.credits.length * (isWeighted(sale) ? 7 : 3);
}
