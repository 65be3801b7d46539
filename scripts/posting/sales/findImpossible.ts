import { formatUnits } from "viem";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { RefusedRow } from "../../files/columns/RefusedRow.ts";
import type { RefusedRowError } from "../../files/table/RefusedRowError.ts";
import type { ListedRefund } from "./readRefundsFile.ts";

/** Refunds of more than is left, several of one sale in their order, and of sales that are final. */
export function findImpossible(
  refunds: readonly ListedRefund[],
  timeOf: (refund: ListedRefund) => number,
): RefusedRow[] {
  const left = new Map<string, bigint>();
  const refused: RefusedRow[] = [];
  for (const refund of refunds) {
    const { row, name, id, saleId, amount } = refund;
    const rest = left.get(saleId) ?? refund.left;
    const refusal = refusalOf(refund, rest, timeOf(refund));
    if (refusal === undefined) left.set(saleId, rest - amount);
    else refused.push({ line: row.line, name, id, why: refusal.message });
  }
  return refused;
}

function refusalOf(
  { row, amount, currency, locksAt }: ListedRefund,
  left: bigint,
  time: number,
): RefusedRowError | undefined {
  if (amount > left) {
    const most = `${formatUnits(left, currency.decimals)} ${currency.symbol}`;
    return row.refusal(
      "amount",
      `"${row.get("amount")}"`,
      `at most ${most}, which is left of the sale`,
    );
  }
  if (time < locksAt) return undefined;
  return row.refusal(
    "sale_id",
    `"${row.get("sale_id")}", which is final since ${formatIsoTime(locksAt)}`,
    "a sale that is still held",
  );
}
