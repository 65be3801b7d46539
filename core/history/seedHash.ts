import { type Address, encodeAbiParameters, type Hex, keccak256 } from "viem";
import { HASH_BITS } from "./HistoryWord.ts";

/** Raised whenever the same events would give other words. */
const VERSION = 1n;

const TYPES = [
  ...[{ type: "uint256" }, { type: "address" }, { type: "bytes32" }, { type: "uint256" }],
] as const;

/** Which program a history is of. */
export interface ProgramIdentity {
  readonly chainId: number;
  readonly address: Address;
  /** Of the terms of its creation. */
  readonly termsHash: Hex;
}

/**
 * The hash that a program's history begins with: the low 216 bits of
 * `keccak256(abi.encode(chain id, program, terms hash, 1))`.
 */
export function seedHash({ chainId, address, termsHash }: ProgramIdentity): bigint {
  const values = [BigInt(chainId), address, termsHash, VERSION] as const;
  return BigInt.asUintN(HASH_BITS, BigInt(keccak256(encodeAbiParameters(TYPES, values))));
}
