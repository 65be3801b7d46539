import type { Address, Hex } from "viem";
import { explainRevert } from "../../core/messages/explainRevert.ts";
import type { Deployed } from "./Deployed.ts";

/** Why the program refuses a call, in words, or what else is in its way; undefined where nothing is. Now, or in a block. */
export async function findRefusal(
  { chain, address }: Deployed,
  account: Address,
  data: Hex,
  blockNumber?: bigint,
): Promise<unknown> {
  try {
    await chain.client.call({
      ...{ account, to: address, data },
      ...(blockNumber !== undefined && { blockNumber }),
    });
    return undefined;
  } catch (error) {
    return explainRevert(error);
  }
}
