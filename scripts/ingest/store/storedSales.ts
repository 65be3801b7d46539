import type { DatabaseSync } from "node:sqlite";
import type { SaleFact } from "../facts/SaleFact.ts";
import { decimalsAtStripe } from "../stripe/decimalsAtStripe.ts";
import type { EventDetails } from "../stripe/EventFacts.ts";

export interface StoredSale {
  readonly sale: SaleFact;
  /** Whether an invoice of it is still to come, which tells the sale. */
  readonly awaitsInvoice: boolean;
}

type Row = Record<string, unknown>;

/**
 * Reads the sale of each group of ids, in the order in which they became known. Of two that turned out to be one, what came first
 * stays, for it may be posted.
 */
export function storedSales(store: DatabaseSync): Map<string, StoredSale> {
  const rows = store
    .prepare(
      `SELECT sales.*, aliases.grp FROM sales JOIN aliases ON aliases.alias = sales.id
       ORDER BY awaits_invoice, place`,
    )
    .all();
  const detailsOf = store.prepare(
    `SELECT details.customers, details.details FROM details JOIN aliases ON aliases.alias = details.alias
     WHERE aliases.grp = ? ORDER BY details.event`,
  );
  const aliasesOf = store.prepare("SELECT alias FROM aliases WHERE grp = ? ORDER BY alias");
  const sales = new Map<string, StoredSale>();
  for (const row of rows) {
    const group = String(row.grp);
    if (sales.has(group)) continue;
    const same = aliasesOf.all(group).map(({ alias }) => String(alias));
    const sale = { ...toSale(row, detailsOf.all(group)), same };
    sales.set(group, { sale, awaitsInvoice: row.awaits_invoice === 1 });
  }
  return sales;
}

function toSale(row: Row, rows: readonly Row[]): Omit<SaleFact, "same"> {
  const details = rows.map((one) => JSON.parse(String(one.details)) as EventDetails);
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
    tax: BigInt(Number(row.tax)),
    shipping: BigInt(Number(row.shipping)),
    decimals: decimalsAtStripe(currency),
    currency: currency.toUpperCase(),
    occurredAt: Number(row.occurred_at),
    product: details.find(({ product }) => product !== "")?.product ?? "",
    codes: [...new Set(details.flatMap(({ codes }) => codes))],
    attributes: Object.assign({}, ...details.map(({ attributes }) => attributes)),
    credits: "",
    source: "endpoint",
    from: `event ${row.event}`,
  };
}
