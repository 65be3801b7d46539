import type { Hex } from "viem";
import { refundedAfter } from "../../../core/deal/refundedAfter.ts";
import { lesser } from "../../../core/money/lesser.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import type { MadeRefund } from "./findChanged.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/**
 * Refunds with what each has still to reverse, which is nothing of one that is made. One with an id of its own reverses its amount;
 * those that tell totals share what the program lacks of the last of them, the latest first: what is reversed already, by whatever
 * refund, stands for the earliest.
 * @param refunds All of a file, in its order.
 * @param made All that the program has.
 */
export function withAmountsDue(
  refunds: readonly ListedRefund[],
  made: ReadonlyMap<Hex, MadeRefund>,
): ListedRefund[] {
  const reversed = reversedBySale(made);
  const due = new Map<ListedRefund, bigint>();
  for (const [sale, own] of Map.groupBy(refunds, ({ saleId }) => saleId)) {
    const pending = own.filter(({ id }) => !made.has(id));
    const single = pending.filter(({ total }) => total === undefined);
    for (const refund of single) due.set(refund, refund.amount);
    const totals = own.filter(({ total }) => total !== undefined);
    const all = own.reduce(refundedAfter, 0n);
    const lacking = all - (reversed.get(sale) ?? 0n) - sumOfAmounts(single);
    for (const [refund, amount] of share(totals, made, lacking)) due.set(refund, amount);
  }
  return refunds.map((refund) => ({ ...refund, amount: due.get(refund) ?? 0n }));
}

function reversedBySale(made: ReadonlyMap<Hex, MadeRefund>): ReadonlyMap<Hex, bigint> {
  const sums = new Map<Hex, bigint>();
  for (const { saleId, amount } of made.values())
    sums.set(saleId, (sums.get(saleId) ?? 0n) + amount);
  return sums;
}

/** What those that can still be made do not take falls on the last, made or not. */
function share(
  totals: readonly ListedRefund[],
  made: ReadonlyMap<Hex, MadeRefund>,
  lacking: bigint,
): Map<ListedRefund, bigint> {
  const shares = new Map<ListedRefund, bigint>();
  let left = lacking > 0n ? lacking : 0n;
  for (const refund of totals.toReversed().filter(({ id }) => !made.has(id))) {
    const amount = lesser(refund.amount, left);
    left -= amount;
    shares.set(refund, amount);
  }
  const last = shares.keys().next().value ?? totals.at(-1);
  if (last !== undefined && left > 0n) shares.set(last, (shares.get(last) ?? 0n) + left);
  return shares;
}
