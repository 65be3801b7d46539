import type { Doubt } from "../facts/Doubt.ts";
import { groupBy } from "../facts/groupBy.ts";
import type { RefundFact } from "../facts/RefundFact.ts";

/** Doubts that a refunds file has decided, and where: it has the row by its id, or by its sale and amount. */
export function findDecided(
  doubts: readonly Doubt[],
  refunds: readonly RefundFact[],
  idOf: (id: string) => string,
): ReadonlyMap<Doubt, string> {
  const told = groupBy(
    refunds.filter(({ source }) => source === "file"),
    ({ saleId }) => idOf(saleId),
  );
  const decided = new Map<Doubt, string>();
  for (const doubt of doubts) {
    const by = told.get(idOf(doubt.saleId))?.find((refund) => isOfRow(refund, doubt));
    if (by !== undefined) decided.set(doubt, by.from);
  }
  return decided;
}

function isOfRow({ id, amount, decimals }: RefundFact, { row }: Doubt): boolean {
  if (row === undefined) return false;
  const scaled = (units: bigint, places: number) => units * 10n ** BigInt(18 - places);
  return row.ids.includes(id) || scaled(amount, decimals) === scaled(row.amount, row.decimals);
}
