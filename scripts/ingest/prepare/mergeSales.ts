import { formatUnits } from "viem";
import { sum } from "../../../core/money/sum.ts";
import { sumOfAmounts } from "../../../core/money/sumOfAmounts.ts";
import { toIsoTime } from "../../../core/text/toIsoTime.ts";
import type { ConvertedAmount } from "../facts/Conversion.ts";
import type { Doubt } from "../facts/Doubt.ts";
import { groupBy } from "../facts/groupBy.ts";
import { PARTS, type Part, type SaleFact, SOURCES } from "../facts/SaleFact.ts";
import { findDiffering, refuseDiffering, type Telling } from "./refuseDiffering.ts";

export interface MergedSales {
  readonly sales: readonly SaleFact[];
  /** The id that a sale goes by, for that of anything which belongs to it. */
  readonly idOf: (id: string) => string;
  /** Whether something belongs to one of the sales. */
  readonly isTold: (id: string) => boolean;
  /** Sales of whose money sources tell differently. */
  readonly doubts: readonly Doubt[];
  /** How many tellings were of a sale that was told before. */
  readonly repeated: number;
}

/**
 * Each sale once: what one source tells twice under one id has to be the same both times; one of whose money several sources tell
 * differently is in doubt. Several payments of one sale are one, of what they come to. The first source has the last word; names
 * and codes add up.
 * @param groupOf One name for whatever belongs to the same sale.
 */
export function mergeSales(
  facts: readonly SaleFact[],
  groupOf: (id: string) => string,
): MergedSales {
  const groups = groupBy(facts, ({ id }) => groupOf(id));
  const merged = new Map([...groups].map(([group, told]) => [group, merge(told)]));
  return {
    sales: [...merged.values()],
    idOf: (id) => merged.get(groupOf(id))?.id ?? id,
    isTold: (id) => merged.has(groupOf(id)),
    doubts: [...groups.values()].flatMap(findDoubts),
    repeated: facts.length - merged.size,
  };
}

function merge(told: readonly SaleFact[]): SaleFact {
  const ordered = SOURCES.flatMap((source) => told.filter((fact) => fact.source === source));
  const tellings = bySources(told);
  const [first] = tellings;
  if (first === undefined) throw new RangeError("a sale that nobody tells of");
  if (ordered.length === 1) return first;
  // What is told of some of its payments is no part of the whole.
  const whole = tellings.filter(({ amount }) => amount === first.amount);
  const converted = tellings.find((one) => one.converted !== undefined);
  return {
    ...first,
    customers: [...new Set(ordered.flatMap(({ customers }) => customers))],
    codes: [...new Set(ordered.flatMap(({ codes }) => codes))],
    product: ordered.find(({ product }) => product !== "")?.product ?? "",
    ...partsOf(whole),
    converted:
      converted?.converted === undefined || whole.includes(converted)
        ? converted?.converted
        : { ...converted.converted, fees: undefined },
    attributes: Object.assign({}, ...ordered.map(({ attributes }) => attributes).reverse()),
  };
}

/** One sale as each source tells it: as a whole, and by its payments. */
function bySources(told: readonly SaleFact[]): SaleFact[] {
  return SOURCES.flatMap((source) => {
    const own = told.filter((fact) => fact.source === source);
    const isWhole = ({ payment = "" }: SaleFact) => payment === "";
    return [
      ...addPayments(own.filter(isWhole)),
      ...addPayments(own.filter((fact) => !isWhole(fact))),
    ];
  });
}

function findDoubts(told: readonly SaleFact[]): Doubt[] {
  const [first, ...others] = bySources(told);
  if (first === undefined) return [];
  return others.flatMap((other) => {
    const differing = findDiffering(tell(first), tell(other), comparedOf(first, other));
    if (differing === undefined) return [];
    const reason = `${differing}; leave one out, or include the sale by a rule, then the first counts`;
    return [{ saleId: first.id, rule: "(told differently)", reason }];
  });
}

/** Of an invoice's payments an export has those of its days. */
function comparedOf(first: SaleFact, other: SaleFact): string[] {
  const isPart =
    first.source === "endpoint" && /^in_/.test(first.id) && other.amount < first.amount;
  return isPart ? ["currency"] : ["amount", "currency"];
}

/** Stripe's exports have a row for each payment, which add up; other rows tell the whole sale. */
function addPayments(told: readonly SaleFact[]): SaleFact[] {
  const payments = [...groupBy(told, ({ payment = "" }) => payment).values()].map(tellOnce);
  const [first, ...others] = payments.toSorted((a, b) => a.occurredAt - b.occurredAt);
  if (first === undefined) return [];
  for (const other of others)
    refuseDiffering(`sale "${first.id}"`, tell(first), tell(other), ["currency"]);
  return [{ ...first, ...sumsOf([first, ...others]) }];
}

function tellOnce(told: readonly SaleFact[]): SaleFact {
  const [first, ...others] = told;
  if (first === undefined) throw new RangeError("a payment that nobody tells of");
  for (const other of others) {
    const own = told.find(({ id }) => id === other.id) ?? other;
    refuseDiffering(`sale "${first.id}"`, tell(own), tell(other));
    refuseDiffering(`sale "${first.id}"`, tell(first), tell(other), ["amount", "currency"]);
  }
  return first;
}

/** Something is told of the sum where it is of each. */
function sumsOf(payments: readonly SaleFact[]): Pick<SaleFact, "amount" | "converted" | Part> {
  const parts = PARTS.map((part) => [part, sumIfTold(payments.map((one) => one[part]))]);
  const converted = sumConverted(payments.map((one) => one.converted));
  return { amount: sumOfAmounts(payments), converted, ...Object.fromEntries(parts) };
}

function sumConverted(
  payments: readonly (ConvertedAmount | undefined)[],
): ConvertedAmount | undefined {
  const [first] = payments;
  const told = payments.flatMap((one) => (one?.currency === first?.currency ? (one ?? []) : []));
  if (first === undefined || told.length < payments.length) return undefined;
  return {
    ...first,
    amount: sumOfAmounts(told),
    of: sum(told.map((one) => one.of)),
    fees: sumIfTold(told.map(({ fees }) => fees)),
  };
}

function sumIfTold(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  const told = amounts.filter((one) => one !== undefined);
  return told.length === amounts.length ? sum(told) : undefined;
}

/** Each part as the first tells it that does: they agree on what it is of. */
function partsOf(told: readonly SaleFact[]): Pick<SaleFact, Part> {
  return Object.fromEntries(
    PARTS.map((part) => [part, told.find((fact) => fact[part] !== undefined)?.[part]]),
  );
}

function tell(sale: SaleFact): Telling {
  const { amount, decimals, currency, kind, occurredAt, product, customers, credits, from } = sale;
  const fields = {
    amount: formatUnits(amount, decimals),
    currency,
    kind,
    occurred_at: toIsoTime(occurredAt),
    product,
    customer_id: customers.join(" "),
    credits,
  };
  return { from, fields };
}
