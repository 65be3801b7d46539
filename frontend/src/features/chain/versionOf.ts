import type { LedgerState } from "./useLedger";

/** How many amendments are in force at the last block. */
export function versionOf({ ledger, head }: LedgerState): number {
  return ledger.amendments.filter(
    ({ from, isWithdrawn, needed, given }) =>
      !isWithdrawn && BigInt(from) <= head.time && needed.every(({ line }) => given.has(line)),
  ).length;
}
