import type { LedgerDispute } from "@core/ledger/Ledger";

/** Whether a dispute was settled for a reason beside the one it was raised for. */
export function hasOwnReason({ reason, ruling }: LedgerDispute): boolean {
  return ruling !== undefined && ruling.reason !== "" && ruling.reason !== reason;
}
