import type { DatabaseSync } from "node:sqlite";

/** Logs the refunds whose sale is known by now, each for no more than is left of the sale. */
export function logRefunds(store: DatabaseSync, now: number): void {
  const waiting = store
    .prepare(
      `SELECT refunds.id, refunds.amount, sales.id AS sale, sales.amount AS whole,
         min(sales.rowid) AS first
       FROM refunds
       JOIN aliases AS charge ON charge.alias = refunds.charge
       JOIN aliases AS other ON other.grp = charge.grp
       JOIN sales ON sales.id = other.alias
       WHERE refunds.sale IS NULL
       GROUP BY refunds.id
       ORDER BY refunds.rowid`,
    )
    .all();
  const grantedOf = store.prepare(
    "SELECT coalesce(sum(granted), 0) AS sum FROM refunds WHERE sale = ?",
  );
  const grant = store.prepare("UPDATE refunds SET sale = ?, granted = ? WHERE id = ?");
  const log = store.prepare("INSERT INTO log (refund, received) VALUES (?, ?)");
  for (const { id, amount, sale, whole } of waiting) {
    const left = Number(whole) - Number(grantedOf.get(sale ?? "")?.sum);
    const granted = Math.min(Number(amount), left);
    grant.run(sale ?? "", granted, id ?? "");
    if (granted > 0) log.run(id ?? "", now);
  }
}
