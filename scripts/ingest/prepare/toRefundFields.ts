import { formatUnits } from "viem";
import type { RefundFact } from "../facts/RefundFact.ts";
import { toIsoTime } from "./toIsoTime.ts";

/** The columns of a refunds file. */
export const REFUND_FIELDS = ["refund_id", "sale_id", "amount", "reason", "occurred_at"];

/** A refund as a row of a refunds file. */
export function toRefundFields(refund: RefundFact): string[] {
  const { id, saleId, amount, decimals, reason, occurredAt } = refund;
  const time = occurredAt === undefined ? "" : toIsoTime(occurredAt);
  return [id, saleId, formatUnits(amount, decimals), reason, time];
}
