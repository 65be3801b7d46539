import type { DatabaseSync } from "node:sqlite";

/** How many refunds wait for the sale they are of. */
export function countWaiting(store: DatabaseSync): number {
  const row = store.prepare("SELECT count(*) AS count FROM refunds WHERE sale IS NULL").get();
  return Number(row?.count);
}
