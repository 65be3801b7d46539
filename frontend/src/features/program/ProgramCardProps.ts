import type { Currency } from "@core/currency/Currency";
import type { ProgramState } from "../chain/ProgramState";
import type { Program } from "../chain/useProgram";

/** What each card of a program's page shows: one currency of one program at one time. */
export interface ProgramCardProps {
  readonly program: Program;
  readonly state: ProgramState;
  readonly currency: Currency;
  readonly revision: string;
}
