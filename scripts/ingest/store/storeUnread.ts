import type { DatabaseSync } from "node:sqlite";
import type { StripeEvent } from "../stripe/StripeEvent.ts";

/** Counts an event of a kind that nobody reads, once. */
export function storeUnread(store: DatabaseSync, { id, type }: StripeEvent): void {
  store.prepare("INSERT OR IGNORE INTO unread (event, type) VALUES (?, ?)").run(id, type);
}
