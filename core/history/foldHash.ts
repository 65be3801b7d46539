import { concatHex, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { HASH_BITS } from "./HistoryWord.ts";

/** What one call adds to a program's history. */
export interface FoldedCall {
  /** The word before it. */
  readonly previous: bigint;
  /** The block as the contract saw it. */
  readonly block: bigint;
  /** The block's time, in seconds. */
  readonly time: bigint;
  /** Of its logs that are remembered, in their order, as `hashLog` gives them. */
  readonly hashes: readonly Hex[];
}

const TYPES = [
  ...[{ type: "uint256" }, { type: "uint256" }, { type: "uint256" }, { type: "uint256" }],
  { type: "bytes32" },
] as const;

/**
 * The hash of a program's history after a call: the low 216 bits of
 * `keccak256(abi.encode(word before, block, time, n, keccak256(h1 ‖ … ‖ hn)))`.
 */
export function foldHash({ previous, block, time, hashes }: FoldedCall): bigint {
  const digest = keccak256(concatHex(hashes));
  const values = [previous, block, time, BigInt(hashes.length), digest] as const;
  return BigInt.asUintN(HASH_BITS, BigInt(keccak256(encodeAbiParameters(TYPES, values))));
}
