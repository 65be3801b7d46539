import { OPEN, STANDS } from "@core/ledger/SaleBook";
import type { SaleActsProps } from "./SaleActsProps";

/** Whether a partner can dispute a sale: it is held, something of it is left, and no dispute took it from whom it was posted for. */
export function canDispute({ card, sale, locksAt }: SaleActsProps): boolean {
  const { program, state } = card;
  const dispute = state.past.disputes.get(sale.at);
  const fate = dispute === undefined ? STANDS : (dispute.ruling?.state ?? OPEN);
  return (
    program.terms.rules.disputes > 0 &&
    state.head.time < locksAt &&
    sale.refunded < sale.amount &&
    (fate === STANDS || fate === OPEN)
  );
}
