/** Touches, those of one customer together and in the order of time, of one second by their place in the file: a column each. */
export interface Touches {
  /** UTC. */
  readonly seconds: Uint32Array;
  /** Which partner in which role, by a number. */
  readonly parties: Int32Array;
  /** What the model groups by: the role, or the player of markov and shapley. */
  readonly groups: Int32Array;
}

/** Writes shares as `ShareTouches` does, of touches of which only the order and the times count. */
export type ShareTimes = (
  touches: Pick<Touches, "seconds">,
  from: number,
  to: number,
  shares: Int32Array,
) => void;

/**
 * Writes the shares of the touches `from ≤ index < to`, which are those of one sale, to the same places of `shares`.
 * @param saleSeconds When the sale was, in UTC seconds.
 */
export type ShareTouches = (
  touches: Touches,
  from: number,
  to: number,
  shares: Int32Array,
  saleSeconds: number,
) => void;
