import type { Time } from "../../../core/deal/Terms.ts";

/** The lane that knows no windows: for sales that come late. */
export const LATE_LANE = 0;

/** The lane that is open from the program's start on. */
export const FIRST_LANE = 1;

/** A lane of a program in one currency, as the next batch of it is to find it. */
export interface Lane {
  readonly lane: number;
  /** When the next window may begin. */
  readonly earliest: Time;
  /** What the next batch has to name. */
  readonly head: bigint;
}

/** The lanes that one currency's sales go by. */
export interface Lanes {
  /** For those that come in the order of their time; the late lane itself where all go by that. */
  readonly timely: Lane;
  readonly late: Lane;
  /** The chain's time: no window ends later. */
  readonly now: Time;
}
