import { periodOf } from "./periodOf";
import type { LedgerState } from "./useLedger";
import type { Program } from "./useProgram";

/** Names the state that the program's views show: it changes with every event and every period. */
export function revisionOf({ terms }: Program, { ledger, head }: LedgerState): string {
  return `${ledger.revision}:${periodOf(terms, head.time)?.number ?? "before"}`;
}
