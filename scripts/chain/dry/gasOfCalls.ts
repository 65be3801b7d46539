import { type Address, concat, type Hex, hexToBytes, numberToHex, size } from "viem";
import { explainRevert } from "../../../core/messages/explainRevert.ts";
import type { Program } from "../openProgram.ts";
import { GAS_OF_CALLS } from "./GAS_OF_CALLS.ts";

export interface CallToMeasure {
  readonly to: Address;
  readonly value: bigint;
  readonly data: Hex;
}

/** What every transaction takes; what a byte of its data does, and at least: EIP-2028 and EIP-7623. */
const BASE = 21_000n;
const ZERO = 4n;
const OTHER = 16n;
const LEAST = { zero: 10n, other: 40n };
const WORD = 64;

/**
 * The gas that transactions of an account take, each on what those before have done, with nothing sent; undefined where the RPC
 * does not lend an account code. What a contract refuses is thrown, in words.
 */
export async function gasOfCalls(
  { chain }: Program,
  account: Address,
  calls: readonly CallToMeasure[],
): Promise<bigint[] | undefined> {
  const parts = calls.flatMap(({ to, value, data }) => [
    to,
    ...[numberToHex(value, { size: 32 }), numberToHex(size(data), { size: 4 }), data],
  ]);
  try {
    const { data: found = "0x" } = await chain.client.call({
      ...{ account, to: account, data: concat(parts) },
      stateOverride: [{ address: account, code: GAS_OF_CALLS }],
    });
    if (size(found) !== 32 * calls.length) return undefined;
    return calls.map(({ data }, index) => {
      const from = 2 + index * WORD;
      return gasOf(data, BigInt(`0x${found.slice(from, from + WORD)}`));
    });
  } catch (error) {
    const explained = explainRevert(error);
    if (explained === error) return undefined;
    throw explained;
  }
}

function gasOf(data: Hex, inner: bigint): bigint {
  const bytes = hexToBytes(data);
  const zeros = BigInt(bytes.filter((byte) => byte === 0).length);
  const others = BigInt(bytes.length) - zeros;
  const usual = ZERO * zeros + OTHER * others + inner;
  const least = LEAST.zero * zeros + LEAST.other * others;
  return BASE + (usual > least ? usual : least);
}
