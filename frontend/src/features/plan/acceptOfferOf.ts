import { decodePlanEventsNamed } from "@core/logs/decodePlanEvents";
import { sum } from "@core/money/sum";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type Address, encodeFunctionData } from "viem";
import type { ContractCall } from "../transaction/ContractCall";

interface Offered {
  readonly id: bigint;
  readonly currency: Address;
  readonly price: bigint;
}

/** `acceptOffer` of exactly what is offered; its result is what was paid: a token may move a unit or two less. */
export function acceptOfferOf(
  plan: Address,
  { id, currency, price }: Offered,
): ContractCall<bigint> {
  return {
    to: plan,
    encode: () =>
      encodeFunctionData({
        ...{ abi: equityPlanAbi, functionName: "acceptOffer", args: [id, currency, price] },
      }),
    outcomeOf: ({ logs, transactionHash: hash }) => {
      const sold = decodePlanEventsNamed(logs, ["BoughtOut"]).map(({ args }) => args.price);
      const missing = decodePlanEventsNamed(logs, ["PriceShort"]).map(({ args }) => args.amount);
      return { step: "confirmed", hash, result: sum(sold) - sum(missing) };
    },
  };
}
