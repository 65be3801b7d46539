/** What one source has earned for one party, as a statement tells it. */
export interface Earnings {
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly held: bigint;
  /** In dispute: earned by nobody until that ends. */
  readonly frozen: bigint;
  /** Final, whether claimed or not. */
  readonly locked: bigint;
  readonly claimed: bigint;
  /** Final and not yet claimed. */
  readonly claimable: bigint;
}
