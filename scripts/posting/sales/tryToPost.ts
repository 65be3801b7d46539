import {
  type Address,
  concat,
  decodeErrorResult,
  decodeFunctionResult,
  type Hex,
  numberToHex,
  size,
  slice,
  toFunctionSelector,
} from "viem";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { Program } from "../../chain/openProgram.ts";

const SOLVENCY = toFunctionSelector("solvency()");

/**
 * Calls a target with whatever it is called with. Returns whether that succeeded, in 32 bytes, and then what came back: where it
 * succeeded, of `solvency()` afterwards.
 */
const codeThatTries = (target: Address): Hex =>
  concat([
    ...(["0x365f5f375f5f365f5f73", target, "0x5af1"] as const),
    // Over the second call where the first one failed.
    ...(["0x801560", numberToHex(AFTER, { size: 1 }), "0x57"] as const),
    ...(["0x63", SOLVENCY, "0x60e01b5f525f5f60045f73", target, "0x5afa50"] as const),
    "0x5b5f523d5f60203e3d6020015ff3",
  ]);
/** Where the code goes on after both calls. */
const AFTER = 0x4c;

/** What became of a simulated call. */
export type Tried = { readonly funds: readonly bigint[] } | { readonly owed: bigint };

/**
 * What the funds would be after sales are posted, by currency; or what they would have to be, where they are short. The account is
 * lent code that catches the refusal: a call that is refused as a whole costs a development node ten times as much. Undefined where
 * something else is wrong, and where the RPC does not lend code.
 */
export async function tryToPost(
  { chain, address }: Program,
  account: Address,
  data: Hex,
  blockNumber: bigint,
): Promise<Tried | undefined> {
  try {
    const { data: found = "0x" } = await chain.client.call({
      ...{ account, to: account, data, blockNumber },
      stateOverride: [{ address: account, code: codeThatTries(address) }],
    });
    if (size(found) <= 32) return undefined;
    const answer = slice(found, 32);
    if (BigInt(slice(found, 0, 32)) === 1n) {
      const solvency = decodeFunctionResult({
        ...{ abi: programAbi, functionName: "solvency", data: answer },
      });
      return { funds: solvency.map(({ funds }) => funds) };
    }
    const { errorName, args } = decodeErrorResult({ abi: EXPLAINED_ABI, data: answer });
    return errorName === "Program_NotFunded" ? { owed: args[2] } : undefined;
  } catch {
    return undefined;
  }
}
