import type { Address } from "viem";
import type { LedgerState } from "../chain/useLedger";
import type { Program } from "../chain/useProgram";

/** What each card of a party's page shows: one party of one program at one time. */
export interface PartyCardProps {
  readonly program: Program;
  readonly state: LedgerState;
  readonly party: Address;
  readonly revision: string;
}
