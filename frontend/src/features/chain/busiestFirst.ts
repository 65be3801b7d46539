import type { Currency } from "@core/currency/Currency";
import { totalsOf } from "@core/ledger/totalsOf";
import type { LedgerState } from "./useLedger";
import type { Program } from "./useProgram";

/** A program's currencies, those with the most sales first. */
export function busiestFirst(
  { currencies }: Program,
  { ledger }: LedgerState,
): readonly Currency[] {
  const sales = new Map(
    currencies.map(({ address }) => [address, totalsOf(ledger, address).sales] as const),
  );
  const salesIn = ({ address }: Currency): number => sales.get(address) ?? 0;
  return currencies.toSorted((a, b) => salesIn(b) - salesIn(a));
}
