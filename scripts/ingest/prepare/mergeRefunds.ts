import { formatUnits } from "viem";
import { lesser } from "../../../core/money/lesser.ts";
import { groupBy } from "../facts/groupBy.ts";
import type { RefundFact } from "../facts/RefundFact.ts";
import { SOURCES } from "../facts/SaleFact.ts";
import { byText } from "./byText.ts";
import { refuseDiffering, type Telling } from "./refuseDiffering.ts";

/**
 * Each refund once, in the order of time. Sources call the same refund by different ids, and some tell only how much of a
 * payment went back in all: of each source counts what is more than those before it have told.
 * @param idOf The id that a sale goes by.
 */
export function mergeRefunds(
  facts: readonly RefundFact[],
  idOf: (id: string) => string,
): RefundFact[] {
  const named = facts.map((fact) => ({ ...fact, saleId: idOf(fact.saleId) }));
  const bySale = groupBy(once(named), ({ saleId }) => saleId);
  return [...bySale.values()].flatMap(mergeSources).sort(inTime);
}

/** By time, those without one first; of one second by id. */
function inTime(a: RefundFact, b: RefundFact): number {
  return (a.occurredAt ?? 0) - (b.occurredAt ?? 0) || byText(a.id, b.id);
}

/** What one source tells twice has to be the same both times. */
function once(facts: readonly RefundFact[]): RefundFact[] {
  const known = groupBy(facts, ({ source, id }) => `${source} ${id}`);
  return [...known.values()].flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    for (const other of told) refuseDiffering(`refund "${first.id}"`, tell(first), tell(other));
    return [first];
  });
}

function tell({ amount, decimals, saleId, occurredAt, from }: RefundFact): Telling {
  const fields = {
    amount: formatUnits(amount, decimals),
    sale_id: saleId,
    occurred_at: String(occurredAt ?? ""),
  };
  return { from, fields };
}

function mergeSources(refunds: readonly RefundFact[]): RefundFact[] {
  const kept: RefundFact[] = [];
  for (const source of SOURCES) {
    let before = kept.reduce((sum, one) => sum + scaled(one), 0n);
    for (const refund of refunds.filter((one) => one.source === source).sort(inTime)) {
      const amount = scaled(refund);
      const known = lesser(before, amount);
      before -= known;
      const unit = 10n ** BigInt(18 - refund.decimals);
      if (amount - known >= unit) kept.push({ ...refund, amount: (amount - known) / unit });
    }
  }
  return kept;
}

/** In 18 decimals, as sources may count in different ones. */
function scaled({ amount, decimals }: RefundFact): bigint {
  return amount * 10n ** BigInt(18 - decimals);
}
