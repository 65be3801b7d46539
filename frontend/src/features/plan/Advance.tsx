import { formatDate } from "@core/text/formatDate";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import type { ReactElement } from "react";
import { encodeFunctionData } from "viem";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { GrantCardProps, MaybePast } from "./HolderCardProps";

import type { PlanPast } from "./usePlanPast";

/** In a plan without catching up: settles what came for a grant, and says when that was done last. Nothing in others. */
export function Advance({ plan, grant, past }: GrantCardProps & MaybePast): ReactElement | null {
  if (!plan.settings.flow) return null;
  const last = past && lastSettled(past, grant.id);
  const since = last === undefined ? "never yet" : `last on ${formatDate(last)}`;
  return (
    <ActButton
      call={actOf(plan.address, () =>
        encodeFunctionData({ abi: equityPlanAbi, functionName: "advance", args: [grant.id] }),
      )}
      done={() => ({ title: "Settled", told: "What came is payable as far as units are vested" })}
      hint={() =>
        `Settled ${since}. What came since is for the units that are vested when it is settled, the rest is the treasury’s: anyone may, and every claim does.`
      }
      isOpen={grant.units > 0n}
      verb="Settle what came"
      what="it"
    />
  );
}

/** No event tells it where nothing had come. */
function lastSettled({ history }: PlanPast, id: bigint): number | undefined {
  return history.events.findLast(
    ({ event }) => event.eventName === "Advanced" && event.args.id === id,
  )?.time;
}
