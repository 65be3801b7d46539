import type { Address, Hex } from "viem";
import { explainRevert } from "../../core/messages/explainRevert.ts";
import type { Program } from "./openProgram.ts";

/** Why the program refuses a call, in words, or what else is in its way; undefined where nothing is. */
export async function findRefusal(
  { chain, address }: Program,
  account: Address,
  data: Hex,
): Promise<unknown> {
  try {
    await chain.client.call({ account, to: address, data });
    return undefined;
  } catch (error) {
    return explainRevert(error);
  }
}
