/** A refund as files have it, in the smallest unit. */
interface ToldRefund {
  readonly amount: bigint;
  /** What has gone back of the sale with it in all, which stands above the amount; undefined where nobody says. */
  readonly total: bigint | undefined;
}

/** What has gone back of a sale after one more of its refunds, in the order in which they are told. */
export function refundedAfter(before: bigint, { amount, total }: ToldRefund): bigint {
  if (total === undefined) return before + amount;
  return total > before ? total : before;
}
