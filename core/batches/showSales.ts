import type { Hex } from "viem";
import { BatchFormError } from "./BatchFormError.ts";
import { batchTree } from "./batchTree.ts";
import { HEAD, splitFields } from "./fields.ts";
import { hashLog, type RawLog } from "./hashLog.ts";
import type { NamedSale } from "./leafOf.ts";
import { readPosted } from "./readPosted.ts";

/** A posted sale as refunds and disputes take it. */
export interface ShownSale extends NamedSale {
  readonly proof: readonly Hex[];
}

/**
 * Shows any sale of a batch, by its place.
 * @param logs All `SalePosted` of the batch, in any order.
 * @param root The batch's, as the program has it.
 * @throws {BatchFormError} Where these are not the batch's logs; by what is given back, where it has no sale at the place.
 */
export function showSales(logs: readonly RawLog[], root: Hex): (place: number) => ShownSale {
  const posted = logs.map((log) => ({ sale: readPosted(log), leaf: hashLog(log) }));
  const sorted = posted.toSorted((a, b) => placeOf(a.sale) - placeOf(b.sale));
  const tree = sorted.length === 0 ? undefined : batchTree(sorted.map(({ leaf }) => leaf));
  if (tree === undefined || tree.root !== root)
    throw new BatchFormError(
      `${logs.length} sales with the root ${tree?.root}`,
      `those of ${root}`,
    );
  return (place) => {
    const sale = sorted[place]?.sale;
    if (sale === undefined)
      throw new BatchFormError(`the place ${place}`, `0 to ${sorted.length - 1}`);
    return { ...sale, proof: tree.proofOf(place) };
  };
}

function placeOf({ head }: NamedSale): number {
  return Number(splitFields(head, HEAD)(HEAD.place));
}
