import type { Address, Hex } from "viem";
import type { Chain } from "../spec/openChain.ts";

export interface Join {
  readonly wallet: Address;
  readonly name: string;
  readonly tier: number;
  readonly joined: number;
  readonly referrer: number;
  readonly termsHash: Hex;
  readonly nonce: bigint;
  readonly deadline: bigint;
}

/** A wallet's signature under the terms of a program that it joins. */
export function signJoin(
  wallet: Chain["wallet"]["partner"],
  program: Address,
  message: Join,
): Promise<Hex> {
  return wallet.signTypedData({
    domain: { name: "Tributary", version: "1", chainId: 31_337, verifyingContract: program },
    types: {
      Join: [
        { name: "wallet", type: "address" },
        { name: "name", type: "string" },
        { name: "tier", type: "uint8" },
        { name: "joined", type: "uint40" },
        { name: "referrer", type: "uint24" },
        { name: "termsHash", type: "bytes32" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "Join",
    message,
  });
}
