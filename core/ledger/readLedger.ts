import type { Address, Log } from "viem";
import type { Ledger } from "./Ledger.ts";
import { LedgerReader } from "./LedgerReader.ts";

/** Reads a program's logs, in order, into its ledger. Logs of other contracts' events are passed over. */
export function readLedger(logs: readonly Log[], ether: Address): Ledger {
  const reader = new LedgerReader(ether);
  reader.add(logs);
  return reader.ledger();
}
