import type { Address } from "viem";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";
import type { Joining, SignedJoining } from "./readSignedJoining.ts";

/** What a partner signs to join. */
export const JOIN = [
  { name: "wallet", type: "address" },
  { name: "name", type: "string" },
  { name: "tier", type: "uint8" },
  { name: "joined", type: "uint40" },
  { name: "referrer", type: "uint24" },
  { name: "termsHash", type: "bytes32" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
] as const;

/** A partner's signature over its record and the terms: good for one enrollment in one program. */
export async function signJoining(
  program: Program,
  account: Address,
  joining: Joining,
): Promise<SignedJoining> {
  const { chain, address } = program;
  const nonce = await readProgram(program, "nonces", [account]);
  const signature = await chain.wallet.signTypedData({
    account,
    domain: {
      ...{ name: "Tributary", version: "1" },
      ...{ chainId: chain.chainId, verifyingContract: address },
    },
    types: { Join: JOIN },
    primaryType: "Join",
    message: { ...joining, nonce, deadline: BigInt(joining.deadline) },
  });
  return { program: address, ...joining, signature };
}
