import type { Currency } from "@core/currency/Currency";
import { decodePlanEventsNamed } from "@core/logs/decodePlanEvents";
import { planPaymentsIn } from "@core/logs/planPaymentsIn";
import { sum } from "@core/money/sum";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type Address, encodeFunctionData, type Hex } from "viem";
import type { ContractCall } from "../transaction/ContractCall";

/** A claim for some grants of one holder; its result is what was paid. */
export function planClaimOf(
  plan: Address,
  ids: readonly bigint[],
  currency: Currency,
): ContractCall<bigint> {
  return {
    to: plan,
    encode: () => encodeClaim(ids, currency.address),
    outcomeOf: (receipt) => {
      const { logs, transactionHash: hash } = receipt;
      if (decodePlanEventsNamed(logs, ["ClaimFailed"]).length > 0) {
        const why = {
          cause: "failed",
          title: "The payment did not succeed",
          detail:
            "The holder’s address does not accept it. What is payable is kept; the holder can have it paid elsewhere with `equity claim --to`.",
        } as const;
        return { step: "failed", hash, why };
      }
      const paid = planPaymentsIn(receipt, currency).map(({ amount }) => amount);
      return { step: "confirmed", hash, result: sum(paid) };
    },
  };
}

/** One alone says why it cannot be paid; of several each that can be is. */
function encodeClaim(ids: readonly bigint[], currency: Address): Hex {
  const [first, ...others] = ids;
  const abi = equityPlanAbi;
  if (first !== undefined && others.length === 0)
    return encodeFunctionData({ abi, functionName: "claim", args: [first, currency] });
  return encodeFunctionData({ abi, functionName: "claimMany", args: [ids, currency] });
}
