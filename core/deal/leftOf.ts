import { reverseLine } from "./reverseLine.ts";

/** A sale that can be refunded. */
export interface RefundableSale {
  readonly amount: bigint;
  /** Of the amount, so far. */
  readonly refunded: bigint;
  readonly lines: readonly { readonly amount: bigint }[];
}

/** What refunds have left of each line of a sale. */
export function leftOf({ lines, amount, refunded }: RefundableSale): bigint[] {
  return lines.map((line) => line.amount - reverseLine(line.amount, refunded, amount));
}
