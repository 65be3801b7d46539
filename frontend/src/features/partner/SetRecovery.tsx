import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData, zeroAddress } from "viem";
import { Field } from "../../components/Field";
import { readOtherAddress } from "../../lib/site/readOtherAddress";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import { UnfoldAct } from "../transaction/UnfoldAct";
import { delayOfMove } from "./delayOfMove";
import type { SettingsProps } from "./SettingsProps";
import { speakersOf } from "./speakersOf";
import { waitingOf } from "./waitingOf";

/** Names who may move a party beside its wallet, for lost and stolen keys; an empty field names nobody. */
export function SetRecovery(settings: SettingsProps): ReactElement {
  const { program, party, payout } = settings;
  const [text, setText] = useState("");
  const waiting = waitingOf(settings);
  const isEmpty = text.trim() === "";
  const to = isEmpty ? zeroAddress : readOtherAddress(text, [payout.wallet, payout.recovery]);
  const delay = delayOfMove(program);
  return (
    <div className="flex flex-col gap-4">
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({ abi: programAbi, functionName: "cancelRecovery", args: [party] }),
        )}
        done={() => ({ title: "Taken back", told: "The recovery address stays as it was" })}
        hint={() => "The recovery address stays as it was."}
        isOpen={waiting.recovery}
        signers={speakersOf(payout)}
        verb="Cancel the new recovery address"
        what="it"
      />
      <UnfoldAct
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "setRecovery", args: [party, to ?? zeroAddress] },
          }),
        )}
        done={() => ({ title: "Proposed", told: `It is in force ${delay}` })}
        hint={() => `In force ${delay}; until then it can be cancelled.`}
        isOpen={!waiting.recovery}
        opener="Name a recovery address"
        obstacle={obstacleOf(
          waiting.move,
          to !== undefined,
          isEmpty && payout.recovery === zeroAddress,
        )}
        signers={speakersOf(payout)}
        verb={isEmpty ? "Name nobody" : "Propose the recovery address"}
        what="it"
      >
        <Field
          error={
            to === undefined
              ? "It must be another address: 0x and 40 hexadecimal digits, or empty for none."
              : undefined
          }
          hint="Whoever it is can have all later payments: the wallet cannot cancel its moves. Name only whom you trust with that"
          label="The recovery address"
          onChange={(event) => setText(event.currentTarget.value)}
          value={text}
        />
      </UnfoldAct>
    </div>
  );
}

function obstacleOf(moves: boolean, isGood: boolean, isSame: boolean): string | undefined {
  if (moves) return "Not while a move waits: let it be finished, or cancel it first.";
  return isGood && !isSame ? undefined : "Name an address first.";
}
