import type { Address, Hex } from "viem";
import type { ContractCall } from "../transaction/ContractCall";

/** An act of a plan whose receipt tells nothing more than that it is done. */
export function planActOf(plan: Address, encode: () => Hex): ContractCall<undefined> {
  return {
    to: plan,
    encode,
    outcomeOf: ({ transactionHash: hash }) => ({ step: "confirmed", hash, result: undefined }),
  };
}
