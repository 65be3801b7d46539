import { formatUnits } from "viem";
import { groupBy } from "../facts/groupBy.ts";
import { PARTS, type Part, type SaleFact, SOURCES } from "../facts/SaleFact.ts";
import { refuseDiffering, type Telling } from "./refuseDiffering.ts";
import { toIsoTime } from "./toIsoTime.ts";

export interface MergedSales {
  readonly sales: readonly SaleFact[];
  /** The id that a sale goes by, for that of anything which belongs to it. */
  readonly idOf: (id: string) => string;
  /** Whether something belongs to one of the sales. */
  readonly isTold: (id: string) => boolean;
  /** How many tellings were of a sale that was told before. */
  readonly repeated: number;
}

/**
 * Each sale once: what one source tells twice under one id has to be the same both times, and what is told by several, or under
 * several ids, has to agree in its money. The first source has the last word on the rest; names and codes add up.
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
    repeated: facts.length - merged.size,
  };
}

function merge(told: readonly SaleFact[]): SaleFact {
  const ordered = SOURCES.flatMap((source) => told.filter((fact) => fact.source === source));
  const [first, ...others] = ordered;
  if (first === undefined) throw new RangeError("a sale that nobody tells of");
  if (others.length === 0) return first;
  for (const other of others) {
    const own = ordered.find(({ source, id }) => source === other.source && id === other.id);
    refuseDiffering(`sale "${first.id}"`, tell(own ?? other), tell(other));
    refuseDiffering(`sale "${first.id}"`, tell(first), tell(other), ["amount", "currency"]);
  }
  return {
    ...first,
    customers: [...new Set(ordered.flatMap(({ customers }) => customers))],
    codes: [...new Set(ordered.flatMap(({ codes }) => codes))],
    product: ordered.find(({ product }) => product !== "")?.product ?? "",
    ...partsOf(ordered),
    attributes: Object.assign({}, ...ordered.map(({ attributes }) => attributes).reverse()),
  };
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
