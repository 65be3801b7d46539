/** What was said of money that went back of a charge. */
export interface Returned {
  readonly event: string;
  /** Of the refund or the dispute; empty of the charge's total. */
  readonly id: string;
  readonly amount: number;
  /**
   * What the charge says went back in all, how a refund stands, a dispute that was lost, or won after that, or what of the charge was
   * never captured.
   */
  readonly status: "total" | "pending" | "done" | "failed" | "lost" | "won" | "released";
  readonly reason: string;
  /** UTC seconds. */
  readonly occurredAt: number;
}
