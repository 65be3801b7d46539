import type { DatabaseSync } from "node:sqlite";
import type { EventSale } from "../stripe/EventFacts.ts";

/**
 * Keeps a sale, unless another event has told it already: a subscription's first payment comes as a session and as an
 * invoice. What came first stays, for it may be posted; but for a session that waits for its invoice.
 */
export function storeSale(store: DatabaseSync, id: string, sale: EventSale, event: string): void {
  const awaitsInvoice = sale.awaitsInvoice ? 1 : 0;
  const known = store
    .prepare(
      `SELECT 1 FROM sales JOIN aliases ON aliases.alias = sales.id
       WHERE aliases.grp = (SELECT grp FROM aliases WHERE alias = ?) AND awaits_invoice <= ?`,
    )
    .get(id, awaitsInvoice);
  if (known !== undefined) return;
  const { kind, amount, tax, shipping, currency, occurredAt } = sale;
  store
    .prepare(
      `INSERT OR REPLACE INTO sales (id, kind, amount, tax, shipping, currency, occurred_at, awaits_invoice, event)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[id, kind, amount, tax, shipping, currency.toLowerCase(), occurredAt],
      ...[awaitsInvoice, event],
    );
}
