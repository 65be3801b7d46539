/** The paths that customers took over the channels, and how they ended. Equal paths may be one row or several. */
export interface CountedPaths {
  /** How many channels there are: they go by their numbers, from 0. */
  readonly channels: number;
  /** The channels of all paths in the order of their touches, one path after another. */
  readonly steps: Int32Array;
  /** Where each path ends in `steps`; it begins where the one before it ends. */
  readonly ends: Int32Array;
  /** How often each path ended in a sale: a whole number. */
  readonly conversions: Float64Array;
  /** How often each path ended in none. */
  readonly nulls: Float64Array;
}
