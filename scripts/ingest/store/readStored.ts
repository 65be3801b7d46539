import type { DatabaseSync } from "node:sqlite";
import type { SaleFact } from "../facts/SaleFact.ts";
import { type StoredRefunds, storedRefunds } from "./storedRefunds.ts";
import { storedSales } from "./storedSales.ts";

export interface StoredFacts extends StoredRefunds {
  /** In the order in which they became known. */
  readonly sales: readonly SaleFact[];
  /** Payments of which an invoice is still to come, which tells the sale. */
  readonly awaiting: readonly SaleFact[];
  /** Ids of the sales under an open dispute. */
  readonly disputed: ReadonlySet<string>;
  /** When the last event of each sale came, in UTC seconds. */
  readonly receivedAt: ReadonlyMap<string, number>;
}

/** Reads the sales and refunds that follow from what the endpoint has facts. */
export function readStored(store: DatabaseSync): StoredFacts {
  // More may be facts while it is read.
  store.exec("BEGIN");
  try {
    const told = storedSales(store);
    const groupOf = store.prepare("SELECT grp FROM aliases WHERE alias = ?");
    const saleOf = (alias: string) => {
      const found = told.get(String(groupOf.get(alias)?.grp));
      return found?.awaitsInvoice === false ? found.sale : undefined;
    };
    const salesThat = (awaitsInvoice: boolean) =>
      [...told.values()].flatMap((one) => (one.awaitsInvoice === awaitsInvoice ? [one.sale] : []));
    return {
      ...{ sales: salesThat(false), awaiting: salesThat(true) },
      ...storedRefunds(store, saleOf),
      disputed: disputedIn(store, saleOf),
      receivedAt: lastReceived(store),
    };
  } finally {
    store.exec("COMMIT");
  }
}

function disputedIn(
  store: DatabaseSync,
  saleOf: (alias: string) => SaleFact | undefined,
): ReadonlySet<string> {
  const rows = store.prepare("SELECT charge FROM disputes WHERE outcome = 'open'").all();
  return new Set(rows.map(({ charge }) => saleOf(String(charge))?.id ?? String(charge)));
}

function lastReceived(store: DatabaseSync): ReadonlyMap<string, number> {
  const rows = store
    .prepare(
      `SELECT sales.id, latest.received FROM sales JOIN aliases ON aliases.alias = sales.id
       JOIN (
         SELECT aliases.grp, max(events.received) AS received FROM events
         JOIN details ON details.event = events.id JOIN aliases ON aliases.alias = details.alias
         GROUP BY aliases.grp
       ) AS latest ON latest.grp = aliases.grp`,
    )
    .all();
  return new Map(rows.map(({ id, received }) => [String(id), Number(received)]));
}
