import type { Hex } from "viem";
import { nextTag } from "../batches/nextTag.ts";
import { isFinal } from "../deal/periods.ts";
import type { Refund } from "../deal/refundOf.ts";
import type { Time } from "../deal/Terms.ts";
import { countRefunded } from "./countRefunded.ts";
import { findSale } from "./findSale.ts";
import { leaveSale } from "./leaveSale.ts";
import type { Books } from "./openBooks.ts";
import { reverseSale } from "./reverseSale.ts";
import { SpecError } from "./SpecError.ts";

export interface SaleToRefund {
  /** See `saleKey`. */
  readonly sale: string;
  readonly refundId: Hex;
  /** The sale's before it. */
  readonly tag: bigint;
  readonly amount: bigint;
  /** Who refunds: the operator does beyond the terms' limit. */
  readonly by: "attributor" | "operator";
  /** Whether the sale is shown as it is. */
  readonly isShown: boolean;
}

/**
 * Reverses a held sale, whole or in part. Undefined where it is passed over: other refunds went before than it was planned on, or the
 * sale was made void since.
 */
export function refundSale(
  books: Books,
  { sale: key, refundId, tag, amount, by, isShown }: SaleToRefund,
  time: Time,
): Refund | undefined {
  const sale = findSale(books, key);
  if (!isShown) throw new SpecError("unknownSale", key, "the sale as it was posted");
  if (sale.tag !== tag || sale.dispute?.state === "void") return undefined;
  if (isFinal(books.terms, sale.period, time)) {
    throw new SpecError("saleLocked", `a sale of period ${sale.period}`, "a held sale");
  }
  const left = sale.amount - sale.refunded;
  if (amount <= 0n) throw new SpecError("zeroAmount", `${amount}`, "above 0");
  if (amount > left) throw new SpecError("refundTooLarge", `${amount}`, `at most ${left}`);
  if (by === "attributor") countRefunded(books, sale.currency, amount, time);
  sale.tag = nextTag(tag, refundId);
  const refund = reverseSale(books, sale, amount);
  if (amount === left) leaveSale(books, sale, time);
  return refund;
}
