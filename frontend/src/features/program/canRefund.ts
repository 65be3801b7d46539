import { VOID } from "@core/ledger/SaleBook";
import type { SaleActsProps } from "./SaleActsProps";

/** Whether something of a sale can be taken back: it is held, not void, and something of it is left. */
export function canRefund({ card, sale, locksAt }: SaleActsProps): boolean {
  const { head, past } = card.state;
  const isVoid = past.disputes.get(sale.at)?.ruling?.state === VOID;
  return head.time < locksAt && sale.refunded < sale.amount && !isVoid;
}
