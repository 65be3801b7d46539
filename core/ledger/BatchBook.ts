import type { Address, Hex } from "viem";
import type { SaleBook } from "./SaleBook.ts";

/** A batch of sales as it was posted. */
export interface BatchBook {
  /** From 1. */
  readonly batch: number;
  readonly lane: number;
  readonly currency: Address;
  /** Its window: `from` within and `until` beyond; both 0 in the late lane. */
  readonly from: number;
  readonly until: number;
  /** The lane's head after it. */
  readonly laneHead: bigint;
  /** Undefined where none was named. */
  readonly evidence: Hex | undefined;
  readonly root: Hex;
  /** By their place. */
  readonly sales: readonly SaleBook[];
  /** When it was posted. */
  readonly time: number;
}

/** A source of sales that are posted in windows, in one currency. */
export interface LaneBook {
  /** The end of its last window; 0 where it had none. */
  readonly until: number;
  readonly head: bigint;
}

/** The lane of sales that come late, which knows no windows. */
export const LATE_LANE = 0;
/** The lane that is open from the program's start on. */
export const FIRST_LANE = 1;
