import { concatHex, type Hex, keccak256 } from "viem";

/** The node above two: the hash of both, the lower first. */
export function hashPair(a: Hex, b: Hex): Hex {
  return keccak256(a < b ? concatHex([a, b]) : concatHex([b, a]));
}
