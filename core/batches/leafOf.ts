import { encodeAbiParameters, type Hex, toEventSelector } from "viem";
import { checkBytes } from "./checkBytes.ts";
import { hashLog } from "./hashLog.ts";
import type { SaleWords } from "./PostedSale.ts";

export const SALE_POSTED = toEventSelector("SalePosted(bytes32,uint256,uint256[])");

/** The words behind an event's topics. */
export const SALE_DATA = [{ type: "uint256" }, { type: "uint256[]" }] as const;

/** A posted sale with its external id. */
export interface NamedSale extends SaleWords {
  readonly id: Hex;
}

/** A sale's leaf in the tree of its batch: the hash of its `SalePosted`. */
export function leafOf({ id, head, words }: NamedSale): Hex {
  return hashLog({
    topics: [SALE_POSTED, checkBytes("sale id", id, 32)],
    data: encodeAbiParameters(SALE_DATA, [head, words]),
  });
}
