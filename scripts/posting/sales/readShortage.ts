import {
  type Address,
  concat,
  decodeErrorResult,
  encodeFunctionData,
  type Hex,
  size,
  slice,
  zeroHash,
} from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { PostedSale } from "./toPost.ts";

/** Calls a target with whatever it is called with; returns whether that succeeded, in 32 bytes, and then what came back. */
const codeThatTries = (target: Address): Hex =>
  concat(["0x365f5f375f5f365f5f73", target, "0x5af15f523d5f60203e3d6020015ff3"]);

const FAILED = zeroHash;

/**
 * What the funds would have to be to post sales, where they are short. The account is lent code that catches the refusal: a
 * call that is refused as a whole costs a development node ten times as much. Undefined where the funds would do, where
 * something else is wrong, and where the RPC does not lend code.
 */
export async function readShortage(
  { chain, address }: Program,
  account: Address,
  currency: Currency,
  sales: readonly PostedSale[],
): Promise<bigint | undefined> {
  try {
    const { data = "0x" } = await chain.client.call({
      to: account,
      data: encodeFunctionData({
        ...{ abi: EXPLAINED_ABI, functionName: "post" },
        args: [currency.address, sales, zeroHash],
      }),
      stateOverride: [{ address: account, code: codeThatTries(address) }],
    });
    if (size(data) <= 32 || slice(data, 0, 32) !== FAILED) return undefined;
    const { errorName, args } = decodeErrorResult({ abi: EXPLAINED_ABI, data: slice(data, 32) });
    return errorName === "Program_NotFunded" ? args[2] : undefined;
  } catch {
    return undefined;
  }
}
