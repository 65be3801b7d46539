import type { DatabaseSync } from "node:sqlite";

/** Every group of names that the store knows of one customer. */
export function readCustomers(store: DatabaseSync): string[][] {
  const rows = store.prepare("SELECT DISTINCT customers FROM details ORDER BY customers").all();
  return rows.map(({ customers }) => JSON.parse(String(customers)) as string[]);
}
