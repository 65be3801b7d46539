import type { DatabaseSync } from "node:sqlite";
import type { EventDispute } from "../stripe/EventFacts.ts";
import { keepReturned } from "./storeReturn.ts";

/**
 * Keeps a dispute's outcome, in any order of its events: its beginning may come after its end, and of its ends the latest stands. A lost
 * one gives its amount back, until its money is reinstated.
 */
export function storeDispute(store: DatabaseSync, dispute: EventDispute, event: string): void {
  const { id, charge, outcome, amount, occurredAt } = dispute;
  const row = store.prepare("SELECT * FROM disputes WHERE id = ?").get(id);
  const hasEnded = row !== undefined && row.outcome !== "open";
  const later = occurredAt - Number(row?.told_at);
  if (hasEnded && (outcome === "open" || later < 0 || (later === 0 && outcome === "lost"))) return;
  const lostBy = typeof row?.lost_by === "string" ? row.lost_by : undefined;
  const isLost = outcome === "lost" && amount > 0;
  store
    .prepare(
      "INSERT OR REPLACE INTO disputes (id, charge, outcome, told_at, lost_by) VALUES (?, ?, ?, ?, ?)",
    )
    .run(id, charge, outcome, occurredAt, lostBy ?? (isLost ? event : null));
  if (lostBy !== undefined)
    store
      .prepare("UPDATE returned SET status = ? WHERE event = ? AND charge = ?")
      .run(isLost ? "lost" : "won", lostBy, charge);
  else if (isLost) keepLoss(store, dispute, event);
}

function keepLoss(store: DatabaseSync, dispute: EventDispute, event: string): void {
  const { id, charge, amount, currency, reason, occurredAt } = dispute;
  keepReturned(store, {
    ...{ event, charge, id: refundIdOf(store, charge, id), amount, status: "lost" },
    reason: `dispute lost${reason === "" ? "" : `: ${reason}`}`,
    ...{ currency, occurredAt },
  });
}

/** As an exported file has it, which does not know the dispute's id; a charge's second dispute has its own. */
function refundIdOf(store: DatabaseSync, charge: string, dispute: string): string {
  const id = `${charge}@dispute`;
  const isTaken = store.prepare("SELECT 1 FROM returned WHERE id = ?").get(id) !== undefined;
  return isTaken ? dispute : id;
}
