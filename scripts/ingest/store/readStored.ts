import type { DatabaseSync } from "node:sqlite";
import type { Beginning } from "../facts/Beginning.ts";
import type { Doubt } from "../facts/Doubt.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { UnreadEvents } from "../facts/UnreadEvents.ts";
import type { EventDetails } from "../stripe/EventFacts.ts";
import { readUnread } from "./readUnread.ts";
import { type StoredRefunds, storedRefunds } from "./storedRefunds.ts";
import { type StoredSale, storedSales } from "./storedSales.ts";

export interface StoredFacts extends StoredRefunds {
  /** In the order in which they became known. */
  readonly sales: readonly SaleFact[];
  /** Payments of which an invoice is still to come, which tells the sale. */
  readonly awaiting: readonly SaleFact[];
  /** Ids of the sales under an open dispute. */
  readonly disputed: ReadonlySet<string>;
  /** Sales of which a discount is told by its id alone. */
  readonly doubts: readonly Doubt[];
  /** Subscriptions that have begun without money. */
  readonly begun: readonly Beginning[];
  /** Events of kinds that nobody reads. */
  readonly unread: readonly UnreadEvents[];
  /** When the last event of each sale came, in UTC seconds. */
  readonly receivedAt: ReadonlyMap<string, number>;
}

/** Reads the sales and refunds that follow from what the endpoint has kept. */
export function readStored(store: DatabaseSync): StoredFacts {
  // More may be kept while it is read.
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
      doubts: [...told.values()].flatMap(doubtsOf),
      begun: begunIn(store),
      unread: readUnread(store),
      receivedAt: lastReceived(store),
    };
  } finally {
    store.exec("COMMIT");
  }
}

function doubtsOf({ sale, bareDiscounts }: StoredSale): Doubt[] {
  if (bareDiscounts.length === 0) return [];
  const ids = bareDiscounts.join(", ");
  const reason = `it had a discount (${ids}) of which Stripe tells the id alone, so nobody can say whose code it was: put the code into its metadata and name that in codeFields, or decide it by a rule that names the sale or asks for the attribute doubt`;
  return [{ saleId: sale.id, rule: "(discount)", reason, isOfCodes: true }];
}

function begunIn(store: DatabaseSync): Beginning[] {
  const rows = store.prepare("SELECT customers, details FROM details ORDER BY event").all();
  return rows.flatMap(({ customers, details }) => {
    const { begins, attributes } = JSON.parse(String(details)) as EventDetails;
    if (!begins) return [];
    const names = JSON.parse(String(customers)) as string[];
    return [{ customers: names, subscription: attributes.subscription }];
  });
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
