import type { Currency } from "@core/currency/Currency";
import type { LedgerState } from "../chain/useLedger";
import type { Program } from "../chain/useProgram";

/** What each card of a program's page shows: one currency of one program at one time. */
export interface ProgramCardProps {
  readonly program: Program;
  readonly state: LedgerState;
  readonly currency: Currency;
  readonly revision: string;
}
