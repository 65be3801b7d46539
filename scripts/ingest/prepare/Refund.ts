import type { RefundFact } from "../facts/RefundFact.ts";

/** One refund of a sale: its amount is what it gives back beyond those before it. */
export interface Refund extends Omit<RefundFact, "isTotal"> {
  /** Where the source tells totals: what has gone back of the sale with this refund in all, in the same unit. */
  readonly total: bigint | undefined;
}
