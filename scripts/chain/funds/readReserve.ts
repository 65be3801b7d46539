import type { Currency } from "../../../core/currency/Currency.ts";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../openProgram.ts";

/** What pays guarantees and milestones in a currency. */
export function readReserve({ chain, address }: Program, currency: Currency): Promise<bigint> {
  return chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "reserveOf", args: [currency.address] },
  });
}
