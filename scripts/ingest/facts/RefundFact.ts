import type { Source } from "./SaleFact.ts";

/** What a source says of money that went back: of one refund, or of all of them together. */
export interface RefundFact {
  readonly id: string;
  /** The sale's id, or that of something which belongs to it, such as the charge or the order. */
  readonly saleId: string;
  /**
   * In the smallest unit, of which `decimals` make one of the currency. Of a total all that has gone back of what `saleId` names
   * by then; what the source tells of the same beside it, by ids of their own, is in it.
   */
  readonly amount: bigint;
  /** Whether the amount is a total: of two only the difference is new, in whichever order and however often they are told. */
  readonly isTotal?: boolean;
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
