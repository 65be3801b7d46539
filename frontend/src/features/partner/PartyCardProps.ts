import type { Address } from "viem";
import type { ProgramState } from "../chain/ProgramState";
import type { Program } from "../chain/useProgram";

/** What each card of a party's page shows: one party of one program at one time. */
export interface PartyCardProps {
  readonly program: Program;
  readonly state: ProgramState;
  readonly party: Address;
  readonly revision: string;
}
