import { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { ReactElement } from "react";
import { encodeFunctionData } from "viem";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { GrantCardProps } from "./HolderCardProps";

/** Units vote once somebody has said that their cliff is over. */
export function SeatVotes({ plan, grant }: GrantCardProps): ReactElement {
  const { id, votes, vested, calledUntil } = grant;
  return (
    <ActButton
      call={actOf(plan.address, () =>
        encodeFunctionData({ abi: equityPlanAbi, functionName: "seat", args: [id] }),
      )}
      done={() => ({ title: "Its units vote now", told: "Done" })}
      hint={() => "Its cliff is over, and its units do not vote yet. Anyone may."}
      isOpen={votes === 0n && vested > 0n && calledUntil === 0}
      verb="Count its votes"
      what="it"
    />
  );
}
