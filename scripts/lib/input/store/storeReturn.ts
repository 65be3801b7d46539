import type { DatabaseSync } from "node:sqlite";
import type { HeardReturn } from "../stripe/Heard.ts";

/**
 * Keeps what has gone back of a charge beyond what is kept already. Each event tells the total, so that one which is late,
 * repeated or lost changes nothing of it.
 */
export function storeReturn(store: DatabaseSync, heard: HeardReturn, event: string): void {
  const { charge, total, refunds, occurredAt } = heard;
  const row = store.prepare("SELECT returned FROM charges WHERE id = ?").get(charge);
  let returned = Number(row?.returned ?? 0);
  if (total <= returned) return;
  const has = store.prepare("SELECT 1 FROM refunds WHERE id = ?");
  const add = store.prepare(
    `INSERT INTO refunds (id, charge, amount, reason, occurred_at, event) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  for (const { id, amount, reason } of refunds) {
    const isNew = amount > 0 && returned + amount <= total && has.get(id) === undefined;
    if (!isNew) continue;
    add.run(id, charge, amount, reason || "refund", occurredAt, event);
    returned += amount;
  }
  if (total > returned) {
    add.run(`${charge}@${total}`, charge, total - returned, "refund", occurredAt, event);
  }
  store.prepare("INSERT OR REPLACE INTO charges (id, returned) VALUES (?, ?)").run(charge, total);
}
