import type { DatabaseSync } from "node:sqlite";
import type { EventDispute } from "../stripe/EventFacts.ts";
import { keepReturned } from "./storeReturn.ts";

/** Keeps a dispute's outcome; a lost one gives its amount back. Its beginning may come after its end. */
export function storeDispute(store: DatabaseSync, dispute: EventDispute, event: string): void {
  const { id, charge, amount, currency, outcome, reason, occurredAt } = dispute;
  const row = store.prepare("SELECT outcome FROM disputes WHERE id = ?").get(id);
  if (row !== undefined && row.outcome !== "open") return;
  store
    .prepare("INSERT OR REPLACE INTO disputes (id, charge, outcome) VALUES (?, ?, ?)")
    .run(id, charge, outcome);
  if (outcome !== "lost" || amount <= 0) return;
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
