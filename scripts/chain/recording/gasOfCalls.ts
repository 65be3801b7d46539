import { type Address, size } from "viem";
import { explainRevert } from "../../../core/messages/explainRevert.ts";
import type { Program } from "../openProgram.ts";
import { encodeCalls, type ValueCall } from "./encodeCalls.ts";
import { GAS_OF_CALLS } from "./GAS_OF_CALLS.ts";
import { gasOfTransaction } from "./gasOfTransaction.ts";

const WORD = 64;

/**
 * The gas that transactions of an account take, each on what those before have done, with nothing sent; undefined where the RPC
 * does not lend an account code. What a contract refuses is thrown, in words.
 */
export async function gasOfCalls(
  { chain }: Program,
  account: Address,
  calls: readonly ValueCall[],
): Promise<bigint[] | undefined> {
  const before = chain.recording?.calls ?? [];
  const all = [...before, ...calls];
  try {
    const { data: found = "0x" } = await chain.client.call({
      ...{ account, to: account, data: encodeCalls(all) },
      stateOverride: [{ address: account, code: GAS_OF_CALLS }],
    });
    if (size(found) !== 32 * all.length) return undefined;
    return calls.map(({ data }, index) => {
      const from = 2 + (before.length + index) * WORD;
      return gasOfTransaction(data, BigInt(`0x${found.slice(from, from + WORD)}`));
    });
  } catch (error) {
    const explained = explainRevert(error);
    if (explained === error) return undefined;
    throw explained;
  }
}
