import type { Hex } from "viem";
import { nameOfId } from "../ids/nameOfId.ts";
import type { Books } from "./Books.ts";
import { BrokenHistoryError } from "./BrokenHistoryError.ts";
import type { SaleBook } from "./SaleBook.ts";
import { salePlace } from "./salePlace.ts";

/** What of an event tells which sale it is of. */
export interface SaleKey {
  readonly saleId: Hex;
  readonly batch: bigint | number;
  readonly place: bigint | number;
}

/** The sale that an event is of, which must stand there. */
export function saleAt({ sales }: Books, { saleId, batch, place }: SaleKey): SaleBook {
  const sale = sales.get(salePlace(batch, place));
  if (sale?.id === saleId) return sale;
  throw new BrokenHistoryError(
    `the sale ${nameOfId(saleId)} changes, but none is posted at place ${place} of batch ${batch}`,
  );
}
