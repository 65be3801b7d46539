import type { Refund } from "./Refund.ts";

/**
 * What of a sale's refunds is revenue: of each the part of the revenue that it brings the total of refunds to, rounded down,
 * without what those before it have taken. Together they never exceed the revenue, and the whole gives back the whole.
 * @param refunds In the order of time, in the sale's decimals.
 */
export function reverseRevenue(
  refunds: readonly Refund[],
  amount: bigint,
  revenue: bigint,
): Refund[] {
  let refunded = 0n;
  let reversed = 0n;
  return refunds.map((refund) => {
    refunded += refund.amount;
    const whole = refunded < amount ? refunded : amount;
    const total = (revenue * whole) / amount;
    const part = total - reversed;
    reversed = total;
    return { ...refund, amount: part, total: refund.total === undefined ? undefined : total };
  });
}
