import type { DatabaseSync } from "node:sqlite";
import type { Heard } from "../stripe/Heard.ts";
import type { StripeEvent } from "../stripe/hear.ts";
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
  heard: Heard,
  now: number,
): Stored {
  store.exec("BEGIN IMMEDIATE");
  try {
    const { changes } = store
      .prepare("INSERT OR IGNORE INTO events (id, type, created, received) VALUES (?, ?, ?, ?)")
      .run(event.id, event.type, event.created, now);
    if (changes > 0) keep(store, event, heard);
    store.exec("COMMIT");
    return changes > 0 ? "new" : "known";
  } catch (error) {
    store.exec("ROLLBACK");
    throw error;
  }
}

function keep(store: DatabaseSync, { id }: StripeEvent, heard: Heard): void {
  const [alias] = heard.same;
  if (alias === undefined) return;
  joinAliases(store, heard.same);
  store
    .prepare("INSERT INTO details (event, alias, customers, details) VALUES (?, ?, ?, ?)")
    .run(id, alias, JSON.stringify(heard.customers), JSON.stringify(heard.details));
  if (heard.sale !== undefined) storeSale(store, alias, heard.sale, id);
  if (heard.returned !== undefined) storeReturn(store, heard.returned, id);
  if (heard.dispute !== undefined) storeDispute(store, heard.dispute, id);
}
