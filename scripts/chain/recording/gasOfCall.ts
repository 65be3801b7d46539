import { type Address, type Hex, size } from "viem";
import { encodeCalls, type ValueCall } from "./encodeCalls.ts";
import { GAS_OF_CALLS } from "./GAS_OF_CALLS.ts";
import { gasOfTransaction } from "./gasOfTransaction.ts";

const WORD = 64;

/** The gas that a call takes after others of its account. What a contract refuses is thrown as the node tells it. */
export async function gasOfCall(
  ask: (method: string, ...params: unknown[]) => Promise<unknown>,
  from: Address,
  before: readonly ValueCall[],
  call: ValueCall,
): Promise<bigint | undefined> {
  const data = encodeCalls([...before, call]);
  const lent = { [from]: { code: GAS_OF_CALLS } };
  const found = (await ask("eth_call", { from, to: from, data }, "latest", lent)) as Hex;
  if (size(found) !== 32 * (before.length + 1)) return undefined;
  return gasOfTransaction(call.data, BigInt(`0x${found.slice(-WORD)}`));
}
