import { pairDuplicates } from "@core/ledger/findDuplicates";
import type { Ledger, LedgerDispute, LedgerSale } from "@core/ledger/Ledger";
import { OPEN, type SalePlace } from "@core/ledger/SaleBook";

/** Sales that have the id of one that stands before them, each with that one. */
export type Duplicates = ReadonlyMap<SalePlace, LedgerSale>;

const KNOWN = new WeakMap<Ledger, Duplicates>();

/** Finds them once for each ledger. */
export function duplicatesOf(ledger: Ledger): Duplicates {
  const known = KNOWN.get(ledger);
  if (known !== undefined) return known;
  const postings = ledger.sales.map((sale) => ({
    ...sale,
    dispute: stateOf(ledger.disputes.get(sale.at)),
  }));
  const found = new Map(
    pairDuplicates(postings).map(({ standing, duplicate }) => [duplicate.at, standing]),
  );
  KNOWN.set(ledger, found);
  return found;
}

/** A sale's dispute, by its state alone. */
export function stateOf(
  dispute: LedgerDispute | undefined,
): { readonly state: number } | undefined {
  return dispute && { state: dispute.ruling?.state ?? OPEN };
}
