import { formatDuration } from "@core/text/formatDuration";
import { formatTime } from "@core/text/formatTime";
import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, zeroAddress } from "viem";
import { Field } from "../../components/Field";
import { readOtherAddress } from "../../lib/site/readOtherAddress";
import { AddressText } from "../chain/AddressText";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import { UnfoldAct } from "../transaction/UnfoldAct";
import type { GrantCardProps } from "./HolderCardProps";

/** Brings a grant to another wallet of its holder: proposed by this one, finished by that one. */
export function MoveGrant({ plan, grant }: GrantCardProps): ReactElement {
  const { id, holder, move } = grant;
  const [text, setText] = useState("");
  const to = readOtherAddress(text, [holder, plan.address]);
  const delay = formatDuration(plan.settings.move);
  return (
    <div className="flex flex-col gap-4">
      {move !== undefined && (
        <p className="flex flex-wrap items-center gap-x-1 text-sm">
          It moves to <AddressText address={move.to} />
          <span className="text-muted">
            once that wallet finishes it, from {formatTime(move.from)} until{" "}
            {formatTime(move.until)}.
          </span>
        </p>
      )}
      <ActButton
        call={actOf(plan.address, () =>
          encodeFunctionData({ abi: equityPlanAbi, functionName: "cancelMove", args: [id] }),
        )}
        done={() => ({ title: "Taken back", told: "The grant stays at this wallet" })}
        hint={() => "The grant stays at this wallet."}
        isOpen={move !== undefined}
        signers={[holder]}
        verb="Cancel the move"
        what="it"
      />
      <UnfoldAct
        call={actOf(plan.address, () =>
          encodeFunctionData({
            abi: equityPlanAbi,
            functionName: "proposeMove",
            args: [id, to ?? zeroAddress],
          }),
        )}
        done={() => ({
          title: "Proposed",
          told: "Finish it with the new wallet, on its own page here",
        })}
        hint={() => "You, and the arbiter, can cancel it until it is finished."}
        isOpen={move === undefined}
        opener="Move to another wallet"
        obstacle={to === undefined ? "Name the new wallet first." : undefined}
        signers={[holder]}
        verb="Propose the move"
        what="the move"
      >
        <Field
          error={
            text === "" || to !== undefined
              ? undefined
              : "It must be another wallet’s address: 0x and 40 hexadecimal digits."
          }
          hint={`Yours as well: it has to finish the move itself, after ${delay}, and then has all of it`}
          label="The new wallet"
          onChange={(event) => setText(event.currentTarget.value)}
          value={text}
        />
      </UnfoldAct>
    </div>
  );
}
