import { periodOf } from "./periodOf";
import type { LedgerState } from "./useLedger";
import type { Program } from "./useProgram";
import { versionOf } from "./versionOf";

/** Names the state that the program's views show: it changes with every event and every period. */
export function revisionOf({ terms }: Program, state: LedgerState): string {
  const { ledger, head } = state;
  const period = periodOf(terms, head.time)?.number ?? "before";
  return `${ledger.revision}:${period}:${versionOf(state)}`;
}
