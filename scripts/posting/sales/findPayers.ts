import type { Address, Hex } from "viem";
import type { Posting } from "../journal/Posting.ts";
import type { ListedSale } from "./readSalesFile.ts";

/**
 * Who paid which sale on chain, in full and not yet given back: by sale id, as far as the journal has read the chain. Anyone can pay
 * anything under a sale's id: only the whole amount of the right kind and currency is its payment.
 */
export function findPayers(
  { journal }: Pick<Posting, "journal">,
  sales: readonly ListedSale[],
): Map<Hex, Address> {
  const payers = new Map<Hex, Address>();
  for (const { id, kind, amount, currency } of sales) {
    const payment = journal.posted
      .paymentsOf(id)
      .find(
        (one) => one.kind === kind && one.amount === amount && one.currency === currency.address,
      );
    if (payment !== undefined) payers.set(id, payment.payer);
  }
  return payers;
}
