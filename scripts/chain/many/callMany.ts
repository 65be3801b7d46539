import { type Address, concat, type Hex, numberToHex, size } from "viem";
import type { Chain } from "../openChain.ts";
import { MANY_CALLS } from "./MANY_CALLS.ts";

export interface RawCall {
  readonly to: Address;
  readonly data: Hex;
}

/** Bytes of calls in one request: with the code before them they stay below the size limit of creation code. */
export const MOST_ASKED = 40_000;
const TARGET_BYTES = 20;
const LENGTH_BYTES = 2;
const TIME_BYTES = 32;

/** The bytes that a call takes in a request. */
export function bytesOf({ data }: RawCall): number {
  return TARGET_BYTES + LENGTH_BYTES + size(data);
}

export interface Answers {
  /** The time of the block in which the calls were made, as they saw it. */
  readonly time: bigint;
  readonly answers: readonly Hex[];
}

/** Makes calls in one request and returns their answers. Throws where one fails, or the answers are too long for it. */
export async function callMany(
  { client }: Chain,
  calls: readonly RawCall[],
  blockNumber: bigint | undefined,
): Promise<Answers> {
  const data = concat([
    MANY_CALLS,
    ...calls.flatMap((call) => [
      call.to,
      numberToHex(size(call.data), { size: LENGTH_BYTES }),
      call.data,
    ]),
  ]);
  const { data: found = "0x" } = await client.call({
    data,
    ...(blockNumber !== undefined && { blockNumber }),
  });
  return split(found, calls.length);
}

function split(found: Hex, count: number): Answers {
  const answers: Hex[] = [];
  // Two digits a byte, after "0x".
  let at = 2 + 2 * TIME_BYTES;
  const time = BigInt(found.slice(0, at));
  for (let index = 0; index < count; index += 1) {
    const start = at + 2 * LENGTH_BYTES;
    at = start + 2 * Number.parseInt(found.slice(at, start), 16);
    if (!(at <= found.length)) throw new RangeError("an RPC gave back less than was asked for");
    answers.push(`0x${found.slice(start, at)}`);
  }
  return { time, answers };
}
