/**
 * What backs milestones in one currency. One that is reached is owed the units of `owed` that come last when it is; units below
 * `funded` are there. So older ones come first, whatever comes in and whoever asks first.
 */
export interface MilestonePot {
  /** All that was added, less what was withdrawn. */
  readonly funded: bigint;
  /** All that was ever reached. */
  readonly owed: bigint;
}

/** A milestone that was reached and is not paid. */
export interface MilestoneDue {
  readonly currency: number;
  readonly amount: bigint;
  /** The last of its units: it is paid once so many are funded. */
  readonly end: bigint;
}
