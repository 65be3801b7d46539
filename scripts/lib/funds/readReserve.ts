import { programAbi } from "../../../generated/abis.ts";
import type { Currency } from "../chain/Currency.ts";
import type { Program } from "../chain/openProgram.ts";

/** What pays guarantees and milestones in a currency. */
export function readReserve({ chain, address }: Program, currency: Currency): Promise<bigint> {
  return chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "reserveOf", args: [currency.address] },
  });
}
