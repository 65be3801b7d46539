import type { Fiat } from "../reports/Fiat.ts";

/** What an entry is, by which the accounts of a booking follow. */
export type EntryKind = "earned" | "reversed" | "paid" | "withheld";

/** One movement as bookkeeping programs take it. */
export interface AccountingEntry {
  readonly kind: EntryKind;
  /** UTC seconds. */
  readonly time: number;
  /** In the fiat's smallest unit; below 0 where the account gets less. Never 0. */
  readonly amount: bigint;
  readonly payee: string;
  readonly description: string;
  /** The sale's id, or the transaction's hash. */
  readonly reference: string;
}

/** All entries of one account, in the order of time, and in which currency they are. */
export interface Ledger {
  readonly fiat: Fiat;
  readonly entries: readonly AccountingEntry[];
  /** UTC seconds up to which the chain was read. */
  readonly until: number;
}
