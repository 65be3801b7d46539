import type { DatabaseSync } from "node:sqlite";
import type { RefundFact } from "../RefundFact.ts";
import type { SaleFact } from "../SaleFact.ts";
import { decimalsAtStripe } from "../stripe/decimalsAtStripe.ts";
import type { HeardDetails } from "../stripe/Heard.ts";

/** What became known after some point of the log. */
export interface StoredFacts {
  /** Where to go on from. */
  readonly cursor: number;
  readonly sales: readonly SaleFact[];
  readonly refunds: readonly RefundFact[];
  /** Ids of the sales under an open dispute. */
  readonly disputed: ReadonlySet<string>;
}

type Row = Record<string, unknown>;

/**
 * Reads sales and refunds in the order in which they became known.
 * @param after The cursor that was read last; 0 for all.
 * @param until Only what was received up to here, in UTC seconds: the events of one sale come within seconds of each other, and
 *     the one that says who the customer is may be the last.
 */
export function readStored(
  store: DatabaseSync,
  after = 0,
  until = Number.MAX_SAFE_INTEGER,
): StoredFacts {
  const end = firstAfter(store, until);
  const sales = store
    .prepare(
      `SELECT log.cursor, sales.*, aliases.grp FROM log JOIN sales ON sales.id = log.sale
       JOIN aliases ON aliases.alias = sales.id WHERE log.cursor > ? AND log.cursor < ? ORDER BY log.cursor`,
    )
    .all(after, end);
  const refunds = store
    .prepare(
      `SELECT log.cursor, refunds.*, sales.currency FROM log JOIN refunds ON refunds.id = log.refund
       JOIN sales ON sales.id = refunds.sale WHERE log.cursor > ? AND log.cursor < ? ORDER BY log.cursor`,
    )
    .all(after, end);
  const detailsOf = store.prepare(
    `SELECT details.customers, details.details FROM details JOIN aliases ON aliases.alias = details.alias
     WHERE aliases.grp = ? ORDER BY details.event`,
  );
  const aliasesOf = store.prepare("SELECT alias FROM aliases WHERE grp = ? ORDER BY alias");
  const cursors = [...sales, ...refunds].map(({ cursor }) => Number(cursor));
  return {
    cursor: cursors.reduce((most, cursor) => Math.max(most, cursor), after),
    sales: sales.map((row) => ({
      ...toSale(row, detailsOf.all(String(row.grp))),
      same: aliasesOf.all(String(row.grp)).map(({ alias }) => String(alias)),
    })),
    refunds: refunds.map(toRefund),
    disputed: disputedIn(store),
  };
}

/** Where the log goes beyond a time: from there on nothing is read, or it would be passed over for good. */
function firstAfter(store: DatabaseSync, time: number): number {
  const row = store.prepare("SELECT min(cursor) AS cursor FROM log WHERE received > ?").get(time);
  return Number(row?.cursor ?? Number.MAX_SAFE_INTEGER);
}

function toSale(row: Row, rows: readonly Row[]): Omit<SaleFact, "same"> {
  const details = rows.map((one) => JSON.parse(String(one.details)) as HeardDetails);
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

function toRefund(row: Row): RefundFact {
  return {
    id: String(row.id),
    saleId: String(row.sale),
    amount: BigInt(Number(row.granted)),
    decimals: decimalsAtStripe(String(row.currency)),
    reason: String(row.reason),
    occurredAt: Number(row.occurred_at),
    source: "endpoint",
    from: `event ${row.event}`,
  };
}

function disputedIn(store: DatabaseSync): ReadonlySet<string> {
  const rows = store
    .prepare(
      `SELECT DISTINCT sales.id FROM disputes
       JOIN aliases AS charge ON charge.alias = disputes.charge
       JOIN aliases AS other ON other.grp = charge.grp
       JOIN sales ON sales.id = other.alias WHERE disputes.outcome = 'open'`,
    )
    .all();
  return new Set(rows.map(({ id }) => String(id)));
}
