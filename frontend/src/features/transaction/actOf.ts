import type { Address } from "viem";
import type { ContractCall } from "./ContractCall";

/** An act whose receipt tells nothing more than that it is done. */
export function actOf(
  to: Address,
  encode: ContractCall<undefined>["encode"],
): ContractCall<undefined> {
  return {
    to,
    encode,
    outcomeOf: ({ transactionHash: hash }) => ({ step: "confirmed", hash, result: undefined }),
  };
}
