import type { Address, Hex } from "viem";

/** Pools have partners' books under numbers from here on. */
export const FIRST_POOL = 0xffff0;

export const ACTIVE = 1;

/** A partner, or a pool, as the events tell it. It goes by the wallet it was enrolled with. */
export interface PartnerState {
  readonly number: number;
  readonly wallet: Address;
  readonly name: string;
  readonly joined: number;
  /** How many batches were posted when it was enrolled: it disputes none of their sales. */
  readonly batches: number;
  /** The number of who referred it, or 0. */
  readonly referrer: number;
  status: number;
  tier: number;
  nextTier: number;
  /** From which on `nextTier` counts; undefined where no change was made. */
  tierPeriod: number | undefined;
  /** The terms it accepted last. */
  accepted: Hex | undefined;
  score: number;
  /** The milestones it has reached, by their index. */
  readonly milestones: Set<number>;
  /** Those of them that it was not paid. */
  readonly due: Map<number, DueMilestone>;
}

/** A milestone that was reached and is not paid. */
interface DueMilestone {
  readonly currency: Address;
  readonly amount: bigint;
  /** The last of the units that are owed for it and for those that were reached before. */
  readonly end: bigint;
}
