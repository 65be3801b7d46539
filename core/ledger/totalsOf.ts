import type { Address } from "viem";
import { sum } from "../money/sum.ts";
import { sumOfAmounts } from "../money/sumOfAmounts.ts";
import type { Ledger } from "./Ledger.ts";

/** Sums of what the events say, in one currency. */
export interface Totals {
  /** All sales and receipts, refunded ones included. */
  readonly revenue: bigint;
  readonly refunded: bigint;
  /** Lines of partners, less what refunds reversed. */
  readonly attributed: bigint;
  /** What standing lines have settled; what they have not is theirs by the program's views. */
  readonly settled: bigint;
  readonly claimed: bigint;
  readonly sales: number;
}

export function totalsOf(ledger: Ledger, currency: Address): Totals {
  const isOurs = (entry: { readonly currency: Address }): boolean => entry.currency === currency;
  const sales = ledger.sales.filter(isOurs);
  const lines = sales.flatMap((sale) => sale.lines);
  return {
    revenue: sumOfAmounts([...sales, ...ledger.receipts.filter(isOurs)]),
    refunded: sum(sales.map(({ refunded }) => refunded)),
    attributed: sum(lines.map(({ amount, reversed }) => amount - reversed)),
    settled: sumOfAmounts(ledger.settlements.filter(isOurs)),
    claimed: sumOfAmounts(ledger.claims.filter(isOurs)),
    sales: sales.length,
  };
}
