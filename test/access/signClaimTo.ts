import type { Address } from "viem";
import type { Chain } from "../spec/openChain.ts";

export interface ClaimTo {
  readonly party: Address;
  readonly currency: Address;
  readonly to: Address;
  readonly nonce: bigint;
  readonly deadline: bigint;
}

/** A wallet's signature under a claim to another address. */
export function signClaimTo(
  wallet: Chain["wallet"]["partner"],
  program: Address,
  message: ClaimTo,
): Promise<`0x${string}`> {
  return wallet.signTypedData({
    domain: { name: "Tributary", version: "1", chainId: 31_337, verifyingContract: program },
    types: {
      ClaimTo: [
        { name: "party", type: "address" },
        { name: "currency", type: "address" },
        { name: "to", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "ClaimTo",
    message,
  });
}
