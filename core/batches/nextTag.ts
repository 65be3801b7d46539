import { encodeAbiParameters, type Hex, keccak256, parseAbiParameters } from "viem";
import { checkBytes } from "./checkBytes.ts";
import { checkRange } from "./checkRange.ts";

const TYPES = parseAbiParameters("uint256, bytes32");
const MOST_TAG = (1n << 64n) - 1n;

/**
 * The tag of a sale's refunds after one more: the low 64 bits of `keccak256(abi.encode(tag, refundId))`; 0 before the first.
 * @throws {BatchFormError} Where a part does not fit.
 */
export function nextTag(tag: bigint, refundId: Hex): bigint {
  const encoded = encodeAbiParameters(TYPES, [
    checkRange("tag", tag, 0, MOST_TAG),
    checkBytes("refund id", refundId, 32),
  ]);
  return BigInt.asUintN(64, BigInt(keccak256(encoded)));
}
