/** Something about a sale that a person should look at. It changes nothing. */
export interface Flag {
  readonly check: CheckName;
  /** The sale's id; null where the flag is on a partner as a whole. */
  readonly sale: string | null;
  /** Null where no partner played a part in the sale. */
  readonly partner: string | null;
  /** What was seen, in words. */
  readonly seen: string;
  /** The most, or the least, that is not flagged. */
  readonly threshold: string;
}

export const CHECKS = [
  "self-referral",
  "duplicate-customer",
  "velocity",
  "refund-rate",
  "last-click",
] as const;

export type CheckName = (typeof CHECKS)[number];
