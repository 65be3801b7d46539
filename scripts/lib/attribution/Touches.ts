/** Touches of sales, those of one sale together and in the order of time: a column each, filled up to some place. */
export interface Touches {
  /** The sale's number. */
  readonly sales: Int32Array;
  /** Seconds from the touch to the sale. */
  readonly ages: Int32Array;
  /** Which partner in which role, by a number. */
  readonly parties: Int32Array;
  /** What the model groups by: the role, or the player of markov and shapley. */
  readonly groups: Int32Array;
}

/** Writes the shares of the touches `from ≤ index < to` of one sale to the same places of `shares`. */
export type ShareTouches = (touches: Touches, from: number, to: number, shares: Int32Array) => void;
