import type { Address } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";

/** Whether a partner must accept the terms before it is paid, and has not. */
export async function mustAccept(
  { chain, address, terms }: Program,
  wallet: Address,
): Promise<boolean> {
  if (!terms.rules.acceptance) return false;
  const { number, accepted } = await chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "membershipOf", args: [wallet] },
  });
  return number > 0 && !accepted;
}
