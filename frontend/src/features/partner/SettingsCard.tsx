import { formatPercentage } from "@core/text/formatPercentage";
import { formatTime } from "@core/text/formatTime";
import { lazy, type ReactElement, Suspense } from "react";
import { zeroAddress } from "viem";
import { Card } from "../../components/Card";
import { Fact } from "../../components/Fact";
import { keepUnits } from "../../lib/text/keepUnits";
import { AddressText } from "../chain/AddressText";
import { useIsOperating } from "../chain/useIsOperating";
import { usePayout } from "../chain/usePayout";
import { delayOfMove } from "./delayOfMove";
import { MoveWallet } from "./MoveWallet";
import type { PartyCardProps } from "./PartyCardProps";
import { SetRecovery } from "./SetRecovery";
import type { SettingsProps } from "./SettingsProps";
import { SetWithholding } from "./SetWithholding";
import { waitingOf } from "./waitingOf";

const OperatePartner = lazy(async () => {
  const { OperatePartner: component } = await import("./OperatePartner");
  return { default: component };
});

/** Where a party is paid, who may change that, and what is withheld: facts for everybody, acts for its wallet and the operator. */
export function SettingsCard(card: PartyCardProps): ReactElement | null {
  const { program, state, party, revision } = card;
  const isOperating = useIsOperating(card);
  const payout = usePayout(program, party, revision).data;
  if (payout === undefined) return null;
  const settings = { program, party, payout, now: state.head.time };
  const delay = delayOfMove(program);
  return (
    <Card
      hint={`A party goes by one address for good. Its wallet is where it is paid and what speaks for it; another one takes its place ${delay}.`}
      title="Settings"
    >
      <Facts {...settings} />
      <div className="mt-8 flex flex-col gap-6 border-t border-line pt-6">
        <MoveWallet {...settings} />
        <SetRecovery {...settings} />
        <SetWithholding {...settings} />
        {isOperating && (
          <Suspense>
            <OperatePartner {...card} />
          </Suspense>
        )}
      </div>
    </Card>
  );
}

function Facts(settings: SettingsProps): ReactElement {
  const { wallet, withholding, recovery, nextRecovery, recoveryAt, ...rest } = settings.payout;
  const { moveTo, moveAt, moveUntil } = rest;
  const waiting = waitingOf(settings);
  return (
    <dl className="grid gap-x-10 gap-y-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Fact term="Paid at">
        <AddressText address={wallet} />
        {waiting.move && (
          <span className="mt-1 block text-warn">
            From {formatTime(moveAt)} on, until {formatTime(moveUntil)}, it can be taken over by{" "}
            <AddressText address={moveTo} />
          </span>
        )}
      </Fact>
      <Fact hint="may move the party to another wallet" term="Recovery address">
        {recovery === zeroAddress ? "None" : <AddressText address={recovery} />}
        {waiting.recovery && (
          <span className="mt-1 block text-warn">
            From {formatTime(recoveryAt)} on{" "}
            {nextRecovery === zeroAddress ? "none" : <AddressText address={nextRecovery} />}
          </span>
        )}
      </Fact>
      <Fact hint="of each payment, for the tax account" term="Withheld">
        {withholding === 0 ? "Nothing" : keepUnits(formatPercentage(withholding))}
      </Fact>
    </dl>
  );
}
