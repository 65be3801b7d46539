import type { DatabaseSync } from "node:sqlite";
import type { EventReturn } from "../stripe/EventFacts.ts";
import type { Returned } from "./Returned.ts";

/** Keeps what an event says has gone back of a charge: in all, or of single refunds. */
export function storeReturn(store: DatabaseSync, facts: EventReturn, event: string): void {
  const { charge, total, refunds, released = 0, currency, occurredAt } = facts;
  const add = (row: Omit<Returned, "event" | "occurredAt">) =>
    keepReturned(store, { ...row, event, charge, currency, occurredAt });
  for (const refund of refunds) add(refund);
  if (released > 0) add({ id: "", amount: released, status: "released", reason: "not captured" });
  if (total !== undefined) add({ id: "", amount: total, status: "total", reason: "refund" });
}

/** Adds to what is known of money that went back. */
export function keepReturned(
  store: DatabaseSync,
  row: Returned & { readonly charge: string; readonly currency: string },
): void {
  const { event, charge, id, amount, status, reason, currency, occurredAt } = row;
  store
    .prepare(
      `INSERT INTO returned (event, charge, id, amount, status, reason, currency, occurred_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(event, charge, id, amount, status, reason, currency.toLowerCase(), occurredAt);
}
