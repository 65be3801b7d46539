import type { Address } from "viem";
import type { Ledger, LedgerLine, LedgerSale } from "./Ledger.ts";

/** One line of a party, with the sale it is of. */
export interface PartyLine extends LedgerLine {
  readonly sale: LedgerSale;
  /** Its place among the sale's lines. */
  readonly index: number;
}

/** All lines of a party, in the order of their sales. */
export function linesOf(ledger: Ledger, party: Address): readonly PartyLine[] {
  return ledger.sales.flatMap((sale) =>
    sale.lines
      .map((line, index) => ({ ...line, sale, index }))
      .filter(({ partner }) => partner === party),
  );
}
