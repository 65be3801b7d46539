import type { LedgerBatch, LedgerSale } from "@core/ledger/Ledger";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { zeroHash } from "viem";
import { Badge } from "../../components/Badge";
import { HexText } from "../../components/HexText";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import type { ProgramState } from "../chain/ProgramState";
import { placeText } from "../chain/placeText";

interface Props {
  sale: LedgerSale;
  batch: LedgerBatch | undefined;
  state: ProgramState;
  period: bigint;
  /** Seconds. */
  locksAt: bigint;
}

const LATE_LANE = 0;

/** When a sale occurred and becomes final, who paid it, and where it was posted. */
export function SaleFacts({ sale, batch, state, period, locksAt }: Props): ReactElement {
  const { explorer } = useChainInfo();
  const isLocked = state.head.time >= locksAt;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
      <Badge icon={isLocked ? "lock" : "clock"} tone={isLocked ? "good" : "warn"}>
        {isLocked ? "Locked on" : "Held, locks on"} {formatTime(locksAt)}
      </Badge>
      <span>Occurred on {formatTime(sale.occurredAt)}</span>
      <span>Period {period.toString()}</span>
      <span className="inline-flex flex-wrap items-center gap-x-1">
        {sale.payer === undefined ? (
          "Paid elsewhere"
        ) : (
          <>
            Paid on chain by
            <HexText
              hex={sale.payer}
              href={explorerLink(explorer, "address", sale.payer)}
              what="address"
            />
          </>
        )}
      </span>
      <span className="inline-flex flex-wrap items-center gap-x-1">
        Posted in {placeText(sale.at)}
        {batch !== undefined && ` (${laneText(batch)})`},
        <HexText
          hex={sale.place.transaction}
          href={explorerLink(explorer, "tx", sale.place.transaction)}
          what="transaction"
        />
      </span>
      {batch !== undefined && batch.evidence !== zeroHash && (
        <span className="inline-flex flex-wrap items-center gap-x-1">
          Evidence
          <HexText hex={batch.evidence} href={undefined} what="hash" />
        </span>
      )}
    </div>
  );
}

function laneText({ lane }: LedgerBatch): string {
  return lane === LATE_LANE ? "the lane of late sales" : `lane ${lane}`;
}
