import type { LedgerDispute, LedgerSale } from "@core/ledger/Ledger";
import { STANDS } from "@core/ledger/SaleBook";
import type { ReactElement } from "react";
import { Badge } from "../../components/Badge";
import { badgeOfDispute } from "../chain/badgeOfDispute";

interface Props {
  sale: LedgerSale;
  dispute: LedgerDispute | undefined;
  isDuplicate: boolean;
  now: bigint;
}

/** What tells a sale from an ordinary one: that it was paid on chain or posted twice, and what became of it. */
export function SaleMarks({ sale, dispute, isDuplicate, now }: Props): ReactElement | null {
  const ruling = dispute !== undefined && dispute.ruling?.state !== STANDS;
  const badge = ruling ? badgeOfDispute(dispute, now) : undefined;
  const marks = [
    sale.payer !== undefined && (
      <Badge key="paid" tone="accent">
        Paid on chain
      </Badge>
    ),
    isDuplicate && (
      <Badge key="duplicate" tone="warn">
        Duplicate
      </Badge>
    ),
    badge !== undefined && (
      <Badge key="dispute" tone={badge.tone}>
        {badge.word}
      </Badge>
    ),
    sale.refunds.length > 0 && (
      <Badge key="refunded">{sale.refunded === sale.amount ? "Refunded" : "Partly refunded"}</Badge>
    ),
  ].filter((mark) => mark !== false);
  if (marks.length === 0) return null;
  return <span className="mt-1 flex flex-wrap gap-1.5">{marks}</span>;
}
