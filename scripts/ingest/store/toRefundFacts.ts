import { groupBy } from "../facts/groupBy.ts";
import { inTime } from "../facts/inTime.ts";
import type { RefundFact } from "../facts/RefundFact.ts";
import type { StoredRefund } from "./storedRefunds.ts";

/** Refunds as facts: what follows from a total is a total of its sale, so that of what is posted already only the rest is new. */
export function toRefundFacts(refunds: readonly StoredRefund[]): RefundFact[] {
  return [...groupBy(refunds, ({ saleId }) => saleId).values()].flatMap((own) => {
    let all = 0n;
    return own.toSorted(inTime).map(({ isOfTotal, ...refund }) => {
      all += refund.amount;
      return isOfTotal ? { ...refund, amount: all, isTotal: true } : refund;
    });
  });
}
