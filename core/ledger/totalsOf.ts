import type { Address } from "viem";
import { sum } from "../money/sum.ts";
import { sumOfAmounts } from "../money/sumOfAmounts.ts";
import type { Ledger, LedgerSale } from "./Ledger.ts";
import { VOID } from "./SaleBook.ts";

/** Sums of what the events say, in one currency. */
export interface Totals {
  /** All sales and receipts, refunded ones included; of void ones what did not go back. */
  readonly revenue: bigint;
  /** Of sales that are not void. */
  readonly refunded: bigint;
  /** Lines of partners, less what refunds reversed. */
  readonly attributed: bigint;
  /** What standing lines have settled; what they have not is theirs by the program's views. */
  readonly settled: bigint;
  readonly claimed: bigint;
  /** That are not void. */
  readonly sales: number;
}

export function totalsOf(ledger: Ledger, currency: Address): Totals {
  const isOurs = (entry: { readonly currency: Address }): boolean => entry.currency === currency;
  const sales = ledger.sales.filter(isOurs);
  const isVoid = ({ at }: LedgerSale): boolean => ledger.disputes.get(at)?.ruling?.state === VOID;
  const valid = sales.filter((sale) => !isVoid(sale));
  const kept = sales
    .filter(isVoid)
    .map(({ amount, refunded, returned }) => amount - refunded - returned);
  const lines = sales.flatMap((sale) => sale.lines);
  return {
    revenue: sumOfAmounts([...valid, ...ledger.receipts.filter(isOurs)]) + sum(kept),
    refunded: sum(valid.map(({ refunded }) => refunded)),
    attributed: sum(lines.map(({ amount, reversed }) => amount - reversed)),
    settled: sumOfAmounts(ledger.settlements.filter(isOurs)),
    claimed: sumOfAmounts(ledger.claims.filter(isOurs)),
    sales: valid.length,
  };
}
