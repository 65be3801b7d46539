import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";
import { leafOf } from "./leafOf.ts";
import type { ShownSale } from "./showSales.ts";

/** Whether a sale is shown as it was posted in the batch of this root. */
export function isOfBatch(root: Hex, sale: ShownSale): boolean {
  return SimpleMerkleTree.verify(root, leafOf(sale), [...sale.proof]);
}
