import type { Source } from "./SaleFact.ts";

/** What a source says of money that went back. */
export interface RefundFact {
  readonly id: string;
  /** The sale's id, or that of something which belongs to it. */
  readonly saleId: string;
  /** In the smallest unit, of which `decimals` make one of the currency. */
  readonly amount: bigint;
  readonly decimals: number;
  /** As the source calls it; left out where the source does not say, and it is the sale's. */
  readonly currency?: string;
  readonly reason: string;
  /** UTC seconds; undefined where the source does not say. */
  readonly occurredAt: number | undefined;
  readonly source: Source;
  /** Where it is told, such as "refunds.csv, line 3". */
  readonly from: string;
}
