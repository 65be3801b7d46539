import { PLAN_POWERS } from "@core/equity/PLAN_POWERS";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { Notice } from "../../components/Notice";
import type { PlanNow } from "./usePlanNow";

/** An exit that was announced or is in effect; nothing where there is none. */
export function ExitNotice({ now }: { now: PlanNow }): ReactElement | null {
  if (now.exitAt === 0n) return null;
  const by = PLAN_POWERS[now.exitBy] ?? "operator";
  const isOver = now.exitAt <= now.time;
  return (
    <Notice
      title={
        isOver
          ? `An exit is in effect since ${formatTime(now.exitAt)}`
          : `The ${by} has announced an exit, in effect on ${formatTime(now.exitAt)}`
      }
      tone={isOver ? "info" : "warn"}
    >
      {isOver
        ? "What grants promise for an exit has vested."
        : "Until then it can be vetoed. On that day what grants promise for an exit vests."}
    </Notice>
  );
}
