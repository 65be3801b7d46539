import { formatDate } from "@core/text/formatDate";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { ReactElement } from "react";
import { encodeFunctionData } from "viem";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { GrantCardProps } from "./HolderCardProps";

/** Books a leave whose date has come. */
export function FinishLeave({ plan, now, grant }: GrantCardProps): ReactElement {
  const { id, leaving, leaveAt, left, units } = grant;
  return (
    <ActButton
      call={actOf(plan.address, () =>
        encodeFunctionData({ abi: equityPlanAbi, functionName: "finishLeave", args: [id] }),
      )}
      done={() => ({ title: "Booked", told: "The holder has left" })}
      hint={() =>
        `The holder left on ${formatDate(leaveAt)}. Anyone may book it: it counts as of that date.`
      }
      isOpen={leaving !== 0 && !left && units > 0n && BigInt(leaveAt) <= now.time}
      verb="Book the leave"
      what="it"
    />
  );
}
