import { type Hex, hexToBytes } from "viem";

/** What every transaction takes; what a byte of its data does, and at least: EIP-2028 and EIP-7623. */
const BASE = 21_000n;
const ZERO = 4n;
const OTHER = 16n;
const LEAST = { zero: 10n, other: 40n };

/** The gas of a transaction, by that of the call in it. */
export function gasOfTransaction(data: Hex, inner: bigint): bigint {
  const bytes = hexToBytes(data);
  const zeros = BigInt(bytes.filter((byte) => byte === 0).length);
  const others = BigInt(bytes.length) - zeros;
  const usual = ZERO * zeros + OTHER * others + inner;
  const least = LEAST.zero * zeros + LEAST.other * others;
  return BASE + (usual > least ? usual : least);
}
