import type { Hex } from "viem";
import { hashPair } from "./hashPair.ts";
import { leafOf } from "./leafOf.ts";
import type { ShownSale } from "./showSales.ts";

/** Whether a sale is shown as it was posted in the batch of this root. */
export function isOfBatch(root: Hex, sale: ShownSale): boolean {
  return sale.proof.reduce(hashPair, leafOf(sale)) === root;
}
