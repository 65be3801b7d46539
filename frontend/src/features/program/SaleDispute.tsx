import type { LedgerDispute } from "@core/ledger/Ledger";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { Name } from "../../components/Name";
import { badgeOfDispute } from "../chain/badgeOfDispute";
import { hasOwnReason } from "../chain/hasOwnReason";

interface Props {
  dispute: LedgerDispute | undefined;
  now: bigint;
}

/** A sale's dispute in a sentence; nothing where there was none. */
export function SaleDispute({ dispute, now }: Props): ReactElement | null {
  if (dispute === undefined) return null;
  const { word, tone } = badgeOfDispute(dispute, now);
  const { ruling } = dispute;
  return (
    <p className="text-sm wrap-anywhere">
      <Badge tone={tone}>{word}</Badge> {whyOf(dispute)}
      {dispute.reason !== "" && (
        <>
          {" – “"}
          <Name text={dispute.reason} />”
        </>
      )}
      {ruling === undefined
        ? `. Its lines are in nobody’s balance until the arbiter decides, by ${formatTime(dispute.deadline)} at the latest.`
        : hasOwnReason(dispute) && (
            <>
              . Decided – “<Name text={ruling.reason} />”
            </>
          )}
    </p>
  );
}

function whyOf({ partner }: LedgerDispute): string {
  return partner === 0n
    ? "Another sale of this id stands before it"
    : `Disputed by partner ${partner}`;
}
