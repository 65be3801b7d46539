import { erc20Abi } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { EquityPlan } from "./openEquityPlan.ts";

/** What the token itself, or the chain for ETH, says a plan has, now or at a block; undefined where it does not answer. */
export async function balanceOfPlan(
  { chain: { client }, address }: EquityPlan,
  currency: Currency,
  blockNumber?: bigint,
): Promise<bigint | undefined> {
  const at = blockNumber === undefined ? {} : { blockNumber };
  if (currency.address === ETHER) return client.getBalance({ address, ...at });
  return client
    .readContract({
      ...{ address: currency.address, abi: erc20Abi, functionName: "balanceOf", args: [address] },
      ...at,
    })
    .catch(() => undefined);
}
