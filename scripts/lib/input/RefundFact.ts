/** What a source says of money that went back. */
export interface RefundFact {
  readonly id: string;
  readonly saleId: string;
  /** In the smallest unit, of which `decimals` make one of the currency. */
  readonly amount: bigint;
  readonly decimals: number;
  readonly reason: string;
  /** UTC seconds; undefined where the source does not say. */
  readonly occurredAt: number | undefined;
  /** Where it is told, such as "refunds.csv, line 3". */
  readonly from: string;
}
