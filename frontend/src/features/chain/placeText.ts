import type { SalePlace } from "@core/ledger/SaleBook";
import { splitPlace } from "@core/ledger/salePlace";

/** Where a sale stands, in words: what tells it from another one of the same id. */
export function placeText(at: SalePlace): string {
  const { batch, place } = splitPlace(at);
  return `batch ${batch}, place ${place}`;
}
