import type { DatabaseSync } from "node:sqlite";
import type { EventSale, Standing } from "../stripe/EventFacts.ts";

const RANKS: Readonly<Record<Standing, number>> = { whole: 0, awaited: 1, payment: 2 };

/**
 * Keeps a sale, unless another event has told it already: a subscription's first payment comes as a session and as an
 * invoice. What came first stays, for it may be posted; but for what knows less of it, and a payment of which more was captured.
 */
export function storeSale(store: DatabaseSync, id: string, sale: EventSale, event: string): void {
  const { kind, amount, tax, shipping, currency, occurredAt, standing } = sale;
  const known = store
    .prepare(
      `SELECT sales.id, standing, amount FROM sales JOIN aliases ON aliases.alias = sales.id
       WHERE aliases.grp = (SELECT grp FROM aliases WHERE alias = ?)`,
    )
    .all(id);
  const isKnown = known.some((one) => {
    const news = RANKS[one.standing as Standing] - RANKS[standing];
    const isMore = standing === "payment" && Number(one.amount) < amount;
    return news < 0 || (news === 0 && !isMore);
  });
  if (isKnown) return;
  store
    .prepare(
      `INSERT OR REPLACE INTO sales (id, kind, amount, tax, shipping, currency, occurred_at, standing, event)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[id, kind, amount, tax ?? null, shipping ?? null, currency.toLowerCase()],
      ...[occurredAt, standing, event],
    );
}
