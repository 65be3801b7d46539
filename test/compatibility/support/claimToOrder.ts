import type { Address } from "viem";
import type { Deal } from "./openDeal.ts";

/** The typed data of a claim to another address, with the party's next nonce. */
export async function claimToOrder(deal: Deal, party: Address, to: Address) {
  const { chain, read, program, token } = deal;
  const nonce = await chain.client.readContract({
    ...{ ...read, functionName: "nonces", args: [party] },
  });
  return {
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
    message: { party, currency: token, to, nonce, deadline: 2n ** 40n },
  } as const;
}
