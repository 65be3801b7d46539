import type { Address } from "viem";
import { typedAct } from "../../../core/signing/typedAct.ts";
import type { Deal } from "./openDeal.ts";

/** Until when what these tests sign counts. */
export const DEADLINE = 2n ** 40n;

/** The typed data of a claim to another address, with the signer's next nonce. */
export async function claimToOrder(deal: Deal, party: Address, to: Address) {
  const { chain, read, program, token } = deal;
  const nonce = await chain.client.readContract({
    ...{ ...read, functionName: "nonces", args: [party] },
  });
  const place = { contract: program, chainId: 31_337, nonce, deadline: DEADLINE };
  return typedAct("claimTo", [party, token, to], place);
}
