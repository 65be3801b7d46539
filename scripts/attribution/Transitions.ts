/** Stands for the start of a path where a channel could. */
export const START = -1;
/** Stands for a sale after the last channel of a path. */
export const CONVERSION = -2;
/** Stands for no sale after the last channel of a path. */
export const NULL = -3;

/** How often one step of a path followed another: a row for each pair that occurred, of each column one number a row. */
export interface Transitions {
  readonly channels: number;
  /** Order 2 only: the channel before `from`, or `START` where `from` is a path's first; `START` also where `from` is. */
  readonly before?: Int32Array;
  /** A channel, or `START`. */
  readonly from: Int32Array;
  /** A channel, `CONVERSION` or `NULL`. */
  readonly to: Int32Array;
  /** A whole number. */
  readonly count: Float64Array;
}
