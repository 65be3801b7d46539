import { formatTime } from "@core/text/formatTime";
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

/** Has a party paid at another wallet: proposed by this one, finished by that one. */
export function MoveWallet(settings: SettingsProps): ReactElement {
  const { program, party, payout, now } = settings;
  const { wallet, recovery, recovers, moveTo, moveAt } = payout;
  const [text, setText] = useState("");
  const isWaiting = waitingOf(settings).move;
  const to = readOtherAddress(text, [wallet, program.address]);
  const delay = delayOfMove(program);
  return (
    <div className="flex flex-col gap-4">
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({ abi: programAbi, functionName: "finishMove", args: [party] }),
        )}
        done={() => ({ title: "Taken over", told: "All that is not paid yet is paid there" })}
        hint={() => "All that is not paid yet is paid there, and the wallet before has no say."}
        isOpen={isWaiting}
        look="primary"
        obstacle={BigInt(moveAt) > now ? `From ${formatTime(moveAt)} on.` : undefined}
        signers={[moveTo]}
        verb="Take it over"
        what="the move"
      />
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({ abi: programAbi, functionName: "cancelMove", args: [party] }),
        )}
        done={() => ({ title: "Taken back", told: "It is paid where it was" })}
        hint={() => "It is paid where it was."}
        isOpen={isWaiting}
        signers={recovers ? [recovery] : speakersOf(payout)}
        verb="Cancel the move"
        what="it"
      />
      <UnfoldAct
        call={actOf(program.address, () =>
          encodeFunctionData({
            ...{ abi: programAbi, functionName: "proposeMove", args: [party, to ?? zeroAddress] },
          }),
        )}
        done={() => ({ title: "Proposed", told: "Finish it here, with the new wallet" })}
        hint={() => "It can be cancelled until it is finished."}
        isOpen={!isWaiting}
        opener="Move to another wallet"
        obstacle={to === undefined ? "Name the new wallet first." : undefined}
        signers={speakersOf(payout)}
        verb="Propose the move"
        what="the move"
      >
        <Field
          error={
            text === "" || to !== undefined
              ? undefined
              : "It must be another wallet’s address: 0x and 40 hexadecimal digits."
          }
          hint={`It has to finish the move itself, ${delay}, and is then paid all that is owed`}
          label="The new wallet"
          onChange={(event) => setText(event.currentTarget.value)}
          value={text}
        />
      </UnfoldAct>
    </div>
  );
}
