import type { DatabaseSync } from "node:sqlite";
import type { SaleFact } from "../facts/SaleFact.ts";
import { decimalsAtStripe } from "../stripe/decimalsAtStripe.ts";
import type { EventDetails } from "../stripe/EventFacts.ts";
import { readDiscounts } from "./readDiscounts.ts";

export interface StoredSale {
  readonly sale: SaleFact;
  /** Whether an invoice of it is still to come, which tells the sale. */
  readonly awaitsInvoice: boolean;
  /** Discounts of it of which only the ids are told, where nothing tells a code. */
  readonly bareDiscounts: readonly string[];
}

type Row = Record<string, unknown>;

/**
 * Reads the sale of each group of ids, in the order in which they became known. Of two that turned out to be one, what knows more of it
 * stands, then what came first, for it may be posted; of payments the largest.
 */
export function storedSales(store: DatabaseSync): Map<string, StoredSale> {
  const rows = store
    .prepare(
      `SELECT sales.*, aliases.grp FROM sales JOIN aliases ON aliases.alias = sales.id
       ORDER BY CASE standing WHEN 'whole' THEN 0 WHEN 'awaited' THEN 1 ELSE 2 END,
         CASE standing WHEN 'payment' THEN -amount ELSE 0 END, place`,
    )
    .all();
  const detailsOf = store.prepare(
    `SELECT details.customers, details.details FROM details JOIN aliases ON aliases.alias = details.alias
     WHERE aliases.grp = ? ORDER BY details.event`,
  );
  const aliasesOf = store.prepare("SELECT alias FROM aliases WHERE grp = ? ORDER BY alias");
  const discounts = readDiscounts(store);
  const sales = new Map<string, StoredSale>();
  for (const row of rows) {
    const group = String(row.grp);
    if (sales.has(group)) continue;
    const same = aliasesOf.all(group).map(({ alias }) => String(alias));
    const rows = detailsOf.all(group);
    const sale = { ...toSale(row, rows, discounts), same };
    // A payment of an invoice that is not told is a part of it.
    const isOfInvoice = row.standing === "payment" && same.some((id) => /^in_/.test(id));
    const awaitsInvoice = row.standing === "awaited" || isOfInvoice;
    const bare =
      sale.codes.length > 0 ? [] : rows.flatMap((one) => detailsIn(one).discounts?.bare ?? []);
    const bareDiscounts = [...new Set(bare)].filter((id) => !discounts.has(id));
    sales.set(group, { sale, awaitsInvoice, bareDiscounts });
  }
  return sales;
}

function detailsIn({ details }: Row): EventDetails {
  return JSON.parse(String(details)) as EventDetails;
}

/** Undefined where no object tells it: what a session tells of the whole, a payment has its part of. */
function partOf(row: Row, part: "tax" | "shipping", details: readonly EventDetails[]) {
  if (row[part] !== null) return BigInt(Number(row[part]));
  const whole = details.find(({ parts }) => parts !== undefined)?.parts;
  return whole && (BigInt(whole[part]) * BigInt(Number(row.amount))) / BigInt(whole.total);
}

function toSale(
  row: Row,
  rows: readonly Row[],
  discounts: ReadonlyMap<string, readonly string[]>,
): Omit<SaleFact, "same"> {
  const details = rows.map(detailsIn);
  const bare = details.flatMap((one) => one.discounts?.bare ?? []);
  const codes = [
    ...details.flatMap((one) => one.codes),
    ...bare.flatMap((id) => discounts.get(id) ?? []),
  ];
  // The object that knows most names knows which of them tells most.
  const customers = rows
    .map((one) => JSON.parse(String(one.customers)) as string[])
    .sort((a, b) => b.length - a.length)
    .flat();
  const currency = String(row.currency);
  return {
    id: String(row.id),
    customers: [...new Set(customers)],
    kind: String(row.kind),
    amount: BigInt(Number(row.amount)),
    tax: partOf(row, "tax", details),
    shipping: partOf(row, "shipping", details),
    decimals: decimalsAtStripe(currency),
    currency: currency.toUpperCase(),
    occurredAt: Number(row.occurred_at),
    product: details.find(({ product }) => product !== "")?.product ?? "",
    codes: [...new Set(codes)],
    attributes: Object.assign({}, ...details.map(({ attributes }) => attributes)),
    credits: "",
    source: "endpoint",
    from: `event ${row.event}`,
  };
}
