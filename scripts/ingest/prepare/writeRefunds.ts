import { formatUnits } from "viem";
import { toIsoTime } from "../../../core/text/toIsoTime.ts";
import { writeCsv } from "../../files/table/writeCsv.ts";
import type { Refund } from "./Refund.ts";

const FIELDS = ["refund_id", "sale_id", "amount", "reason", "occurred_at"];

/** Writes a refunds file, with totals where any are known. */
export async function writeRefunds(file: string, refunds: readonly Refund[]): Promise<void> {
  const hasTotals = refunds.some(({ total }) => total !== undefined);
  const rows = refunds.map(({ id, saleId, amount, decimals, reason, occurredAt, total }) => [
    ...[id, saleId, formatUnits(amount, decimals), reason],
    occurredAt === undefined ? "" : toIsoTime(occurredAt),
    ...(hasTotals ? [total === undefined ? "" : formatUnits(total, decimals)] : []),
  ]);
  await writeCsv(file, hasTotals ? [...FIELDS, "total"] : FIELDS, rows);
}
