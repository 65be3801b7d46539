import type { DatabaseSync } from "node:sqlite";
import type { UnreadEvents } from "../facts/UnreadEvents.ts";

/** The events of kinds that nobody reads, the most frequent kind first. */
export function readUnread(store: DatabaseSync): UnreadEvents[] {
  const rows = store
    .prepare("SELECT type, count(*) AS count FROM unread GROUP BY type ORDER BY count DESC, type")
    .all();
  return rows.map(({ type, count }) => ({ type: String(type), count: Number(count) }));
}
