import type { DatabaseSync } from "node:sqlite";
import type { HeardSale } from "../stripe/Heard.ts";

/**
 * Keeps a sale, unless another event has told it already: a subscription's first payment comes as a session and as an
 * invoice. What came first stays, for it may be posted.
 */
export function storeSale(
  store: DatabaseSync,
  id: string,
  sale: HeardSale,
  event: string,
  now: number,
): void {
  const known = store
    .prepare(
      `SELECT 1 FROM sales JOIN aliases ON aliases.alias = sales.id
       WHERE aliases.grp = (SELECT grp FROM aliases WHERE alias = ?)`,
    )
    .get(id);
  if (known !== undefined) return;
  const { kind, amount, tax, shipping, currency, occurredAt } = sale;
  store
    .prepare(
      `INSERT INTO sales (id, kind, amount, tax, shipping, currency, occurred_at, event)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, kind, amount, tax, shipping, currency.toLowerCase(), occurredAt, event);
  store.prepare("INSERT INTO log (sale, received) VALUES (?, ?)").run(id, now);
}
