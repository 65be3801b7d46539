import type { Address } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";
import type { Joining, SignedJoining } from "./readSignedJoining.ts";

const TYPES = {
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
} as const;

/** A partner's signature over its record and the terms: good for one enrollment in one program. */
export async function signJoining(
  { chain, address }: Program,
  account: Address,
  joining: Joining,
): Promise<SignedJoining> {
  const nonce = await chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "nonces", args: [account] },
  });
  const signature = await chain.wallet.signTypedData({
    account,
    domain: {
      ...{ name: "Tributary", version: "1" },
      ...{ chainId: chain.chainId, verifyingContract: address },
    },
    types: TYPES,
    primaryType: "Join",
    message: { ...joining, nonce, deadline: BigInt(joining.deadline) },
  });
  return { program: address, ...joining, signature };
}
