import type { Address } from "viem";
import type { Time } from "../../deal/Terms.ts";

/** Who is to have a power next, as the contract keeps it. */
export interface PlanProposal {
  readonly to: Address;
  /** Who proposed it: bit `p` is set for power `p`. */
  readonly by: number;
  /** When it can be accepted; 0 while the second of two has yet to agree. */
  readonly from: Time;
  readonly until: Time;
}

/** By power, and by way. "untold": the events leave open whether it still waits. */
export type PlanProposals = readonly (readonly (PlanProposal | "untold" | undefined)[])[];
