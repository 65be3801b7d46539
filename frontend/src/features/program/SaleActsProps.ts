import type { LedgerSale } from "@core/ledger/Ledger";
import type { ProgramCardProps } from "./ProgramCardProps";

/** What each act on a sale takes. */
export interface SaleActsProps {
  readonly card: ProgramCardProps;
  readonly sale: LedgerSale;
  /** Seconds. */
  readonly locksAt: bigint;
}
