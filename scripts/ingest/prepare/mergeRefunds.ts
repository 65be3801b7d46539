import { formatUnits } from "viem";
import { lesser } from "../../../core/money/lesser.ts";
import { groupBy } from "../facts/groupBy.ts";
import { inTime } from "../facts/inTime.ts";
import type { RefundFact } from "../facts/RefundFact.ts";
import { SOURCES } from "../facts/SaleFact.ts";
import type { Refund } from "./Refund.ts";
import { refuseDiffering, type Telling } from "./refuseDiffering.ts";

/** A refund in 18 decimals, as sources may count in different ones. */
type Scaled = RefundFact & {
  /** What the source calls the sale by. */
  readonly named: string;
};

/**
 * Each refund once, in the order of time. Sources call the same refund by different ids, and some tell only how much of a
 * payment went back in all: of each source counts what is more than those before it have told.
 * @param idOf The id that a sale goes by.
 */
export function mergeRefunds(facts: readonly RefundFact[], idOf: (id: string) => string): Refund[] {
  const named = once(
    facts.map((fact) => ({ ...fact, saleId: idOf(fact.saleId), named: fact.saleId })),
  );
  const bySale = groupBy(named, ({ saleId }) => saleId);
  return [...bySale.values()].flatMap(mergeSources).sort(inTime);
}

/** What one source tells twice has to be the same both times; of a total the highest stands. */
function once<Fact extends RefundFact>(facts: readonly Fact[]): Fact[] {
  const known = groupBy(facts, ({ source, id }) => `${source} ${id}`);
  return [...known.values()].flatMap((told) => {
    const [first] = told;
    if (first === undefined) return [];
    if (first.isTotal) return [told.reduce((most, one) => (one.amount > most.amount ? one : most))];
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

/** Of one sale. */
function mergeSources(facts: readonly Scaled[]): Refund[] {
  const kept: Scaled[] = [];
  for (const source of SOURCES) {
    let before = kept.reduce((sum, { amount }) => sum + amount, 0n);
    for (const refund of beyondTotals(facts.filter((one) => one.source === source))) {
      const known = lesser(before, refund.amount);
      before -= known;
      const amount = refund.amount - known;
      if (amount >= unitOf(refund)) kept.push({ ...refund, amount });
    }
  }
  return addUp(kept.sort(inTime));
}

/** Each of one source's refunds with what it adds, in 18 decimals and in the order of time. */
function beyondTotals(facts: readonly Scaled[]): Scaled[] {
  const told = new Map<string, bigint>();
  return facts.toSorted(inTime).flatMap((fact) => {
    const before = told.get(fact.named) ?? 0n;
    const amount = fact.amount * unitOf(fact) - (fact.isTotal ? before : 0n);
    if (amount <= 0n) return [];
    told.set(fact.named, before + amount);
    return [{ ...fact, amount }];
  });
}

/** In each one's own decimals again, with what they come to. */
function addUp(refunds: readonly Scaled[]): Refund[] {
  let all = 0n;
  return refunds.map(({ isTotal, named: _, ...refund }) => {
    all += refund.amount;
    const unit = unitOf(refund);
    return { ...refund, amount: refund.amount / unit, total: isTotal ? all / unit : undefined };
  });
}

function unitOf({ decimals }: Pick<RefundFact, "decimals">): bigint {
  return 10n ** BigInt(18 - decimals);
}
