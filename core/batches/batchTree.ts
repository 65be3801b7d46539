import type { Hex } from "viem";
import { hashPair } from "./hashPair.ts";

/** The tree of a batch's sales. */
export interface BatchTree {
  readonly root: Hex;
  /** The path of the sale at a place, from 0; none where it is alone. */
  proofOf(place: number): readonly Hex[];
}

/**
 * The tree over a batch's leaves, given by place: node `i` is the sorted pair of the nodes `2i + 1` and `2i + 2`, and the leaf of place
 * `j` of `n` is the node `n − 1 + j`. OpenZeppelin's merkle-tree makes the same of the leaves, the last one first.
 */
export function batchTree(leaves: readonly Hex[]): BatchTree {
  const above = leaves.length - 1;
  const nodes: Hex[] = Array.from({ length: above + leaves.length }, () => "0x");
  const nodeAt = (index: number): Hex => nodes[index] ?? "0x";
  for (const [place, leaf] of leaves.entries()) nodes[above + place] = leaf;
  for (let i = above - 1; i >= 0; i--) nodes[i] = hashPair(nodeAt(2 * i + 1), nodeAt(2 * i + 2));
  return {
    root: nodeAt(0),
    proofOf: (place) => {
      const proof: Hex[] = [];
      for (let i = above + place; i > 0; i = (i - 1) >> 1)
        proof.push(nodeAt(i % 2 === 1 ? i + 1 : i - 1));
      return proof;
    },
  };
}
