import { LEAVES } from "@core/equity/LEAVES";
import { formatDuration } from "@core/text/formatDuration";
import { formatTime } from "@core/text/formatTime";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type ReactElement, useState } from "react";
import { encodeFunctionData } from "viem";
import { Field } from "../../components/Field";
import { dayOf } from "../../lib/text/dayOf";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import { UnfoldAct } from "../transaction/UnfoldAct";
import type { GrantCardProps, WithPast } from "./HolderCardProps";
import { LeavePreviewTable } from "./LeavePreviewTable";

const DAY = 86_400;
/** Until the transaction is mined the notice must not have become too short. */
const SLACK = 3_600;

/** Notice that the holder leaves: what it keeps and loses on the chosen date, before anything is signed. */
export function Resign(card: GrantCardProps & WithPast): ReactElement {
  const { plan, now, grant } = card;
  const { id, leaving, leaveAt, left, units } = grant;
  const { notice } = plan.settings;
  const earliest = Math.ceil((Number(now.time) + notice + SLACK) / DAY) * DAY;
  const [text, setText] = useState(() => dayOf(earliest));
  const date = Date.parse(`${text}T00:00:00Z`) / 1_000;
  const mistake = mistakeIn(date, earliest, notice);
  const isGone = left || units === 0n || (leaving !== 0 && BigInt(leaveAt) <= now.time);
  const isResigned = LEAVES[leaving] === "resigned";
  return (
    <div className="flex flex-col gap-4">
      <ActButton
        call={actOf(plan.address, () =>
          encodeFunctionData({ abi: equityPlanAbi, functionName: "withdrawLeave", args: [id] }),
        )}
        done={() => ({ title: "Taken back", told: "The holder stays" })}
        hint={() => `Notice is given: the holder leaves on ${formatTime(leaveAt)}.`}
        isOpen={isResigned && !isGone}
        signers={[grant.holder]}
        verb="Take the notice back"
        what="it"
      />
      <UnfoldAct
        call={actOf(plan.address, () =>
          encodeFunctionData({ abi: equityPlanAbi, functionName: "resign", args: [id, date] }),
        )}
        done={() => ({ title: "Notice given", told: "It can be taken back until that day" })}
        hint={() => "It can be taken back until that day."}
        isOpen={leaving === 0 && !isGone}
        opener="Resign"
        obstacle={mistake === undefined ? undefined : "Choose a day first."}
        signers={[grant.holder]}
        verb={`Resign on ${text}`}
        what="the notice"
      >
        <Field
          error={mistake}
          hint={`00:00 UTC of that day, ${formatDuration(notice)} ahead or later`}
          label="The day on which you leave"
          min={dayOf(earliest)}
          onChange={(event) => setText(event.currentTarget.value)}
          type="date"
          value={text}
        />
        {mistake === undefined && <LeavePreviewTable {...card} date={date} />}
      </UnfoldAct>
    </div>
  );
}

function mistakeIn(date: number, earliest: number, notice: number): string | undefined {
  if (Number.isNaN(date)) return "Choose a day.";
  if (date >= earliest) return undefined;
  return `Too early: notice is ${formatDuration(notice)}, so ${dayOf(earliest)} is the first day.`;
}
