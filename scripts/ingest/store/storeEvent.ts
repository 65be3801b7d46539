import type { DatabaseSync } from "node:sqlite";
import type { EventFacts } from "../stripe/EventFacts.ts";
import type { StripeEvent } from "../stripe/StripeEvent.ts";
import { joinAliases } from "./joinAliases.ts";
import { storeDispute } from "./storeDispute.ts";
import { storeReturn } from "./storeReturn.ts";
import { storeSale } from "./storeSale.ts";

/** What became of an event. */
export type Stored = "new" | "known";

/** Keeps what an event tells, all or nothing; durable when it returns. An event that is known has no effect. */
export function storeEvent(
  store: DatabaseSync,
  event: StripeEvent,
  facts: EventFacts,
  now: number,
): Stored {
  store.exec("BEGIN IMMEDIATE");
  try {
    const { changes } = store
      .prepare("INSERT OR IGNORE INTO events (id, type, created, received) VALUES (?, ?, ?, ?)")
      .run(event.id, event.type, event.created, now);
    if (changes > 0) keep(store, event, facts);
    store.exec("COMMIT");
    return changes > 0 ? "new" : "known";
  } catch (error) {
    store.exec("ROLLBACK");
    throw error;
  }
}

function keep(store: DatabaseSync, { id }: StripeEvent, facts: EventFacts): void {
  const [alias] = facts.same;
  if (alias === undefined) return;
  joinAliases(store, facts.same);
  store
    .prepare("INSERT INTO details (event, alias, customers, details) VALUES (?, ?, ?, ?)")
    .run(id, alias, JSON.stringify(facts.customers), JSON.stringify(facts.details));
  if (facts.sale !== undefined) storeSale(store, alias, facts.sale, id);
  if (facts.returned !== undefined) storeReturn(store, facts.returned, id);
  if (facts.dispute !== undefined) storeDispute(store, facts.dispute, id);
}
