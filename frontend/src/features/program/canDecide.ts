import type { SaleActsProps } from "./SaleActsProps";

/** Whether a sale's dispute is open. */
export function canDecide({ card, sale }: SaleActsProps): boolean {
  const dispute = card.state.past.disputes.get(sale.at);
  return dispute !== undefined && dispute.ruling === undefined;
}
