import { formatPercentage } from "@core/text/formatPercentage";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { isAddressEqual, zeroAddress } from "viem";
import { Badge } from "../../components/Badge";
import { HexText } from "../../components/HexText";
import { keepUnits } from "../../lib/text/keepUnits";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { usePayout } from "../chain/usePayout";
import type { PartyCardProps } from "./PartyCardProps";
import { useAcceptance } from "./useAcceptance";

/** Where a partner is paid, where that is not simply its wallet, and whether it has accepted the terms. */
export function PayoutFacts({ program, party, revision }: PartyCardProps): ReactElement | null {
  const { explorer } = useChainInfo();
  const payout = usePayout(program, party, revision).data;
  const acceptance = useAcceptance({ program, party, revision });
  if (payout === undefined) return null;
  const { wallet, withholding, moveTo, moveAt, moveUntil, nextRecovery, recoveryAt } = payout;
  return (
    <>
      {acceptance === "given" && <Badge tone="good">Has accepted the terms</Badge>}
      {acceptance === "missing" && (
        <Badge tone="warn">Must accept the terms before it can claim</Badge>
      )}
      {!isAddressEqual(wallet, party) && wallet !== zeroAddress && (
        <span className="inline-flex flex-wrap items-center gap-1">
          Paid at
          <HexText hex={wallet} href={explorerLink(explorer, "address", wallet)} what="address" />
        </span>
      )}
      {moveTo !== zeroAddress && (
        <span className="inline-flex flex-wrap items-center gap-1 text-warn">
          Will be paid at
          <HexText hex={moveTo} href={explorerLink(explorer, "address", moveTo)} what="address" />
          from {formatTime(moveAt)} on, until {formatTime(moveUntil)}, unless it is cancelled
        </span>
      )}
      {recoveryAt > 0 && (
        <span className="inline-flex flex-wrap items-center gap-1 text-warn">
          {nextRecovery === zeroAddress ? "Nobody but its wallet" : "Besides its wallet"}
          {nextRecovery !== zeroAddress && (
            <HexText
              hex={nextRecovery}
              href={explorerLink(explorer, "address", nextRecovery)}
              what="address"
            />
          )}
          may move it from {formatTime(recoveryAt)} on, unless it is cancelled
        </span>
      )}
      {withholding > 0 && (
        <span>
          {keepUnits(formatPercentage(withholding))} of each payment goes to the tax account
        </span>
      )}
    </>
  );
}
