import { decodePlanEventsNamed } from "@core/logs/decodePlanEvents";
import { sum } from "@core/money/sum";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { ReactElement } from "react";
import { encodeFunctionData } from "viem";
import { Amount } from "../../components/Amount";
import { ActButton } from "../transaction/ActButton";
import type { Plan } from "./usePlan";
import type { PlanMoney } from "./usePlanNow";

/** Has the plan share what arrived; nothing where nothing did. */
export function ShareButton({ plan, money }: { plan: Plan; money: PlanMoney }): ReactElement {
  const { currency, arrived } = money;
  const { address, decimals, symbol } = currency;
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={decimals} symbol={symbol} />
  );
  return (
    <ActButton
      amount={show(arrived)}
      call={{
        to: plan.address,
        encode: () =>
          encodeFunctionData({ abi: equityPlanAbi, functionName: "sync", args: [address] }),
        outcomeOf: ({ logs, transactionHash: hash }) => {
          const shared = decodePlanEventsNamed(logs, ["Shared"]);
          return { step: "confirmed", hash, result: sum(shared.map(({ args }) => args.amount)) };
        },
      }}
      done={(amount) => ({ title: "Shared", told: show(amount) })}
      hint={() => "Anyone may: it is divided by the plan’s rules, whoever asks."}
      isOpen={arrived > 0n}
      verb="Share"
      what="sharing"
    />
  );
}
