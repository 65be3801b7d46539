import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";

/** The tree of a batch's sales. */
export interface BatchTree {
  readonly root: Hex;
  /** The path of the sale at a place, from 0; none where it is alone. */
  proofOf(place: number): readonly Hex[];
}

/**
 * The tree over a batch's leaves, given by place: node `i` is the sorted pair of the nodes `2i + 1` and `2i + 2`, and the leaf of place
 * `j` of `n` is the node `n − 1 + j`.
 */
export function batchTree(leaves: readonly Hex[]): BatchTree {
  // The library lays its first leaf last.
  const tree = SimpleMerkleTree.of(leaves.toReversed(), { sortLeaves: false });
  return {
    root: asHex(tree.root),
    proofOf: (place) => tree.getProof(leaves.length - 1 - place).map(asHex),
  };
}

function asHex(text: string): Hex {
  return `0x${text.slice(2)}`;
}
