import type { Ledger } from "@core/ledger/Ledger";

/** What a program's events tell but for what there is much of: that the worker is asked for (`QUESTIONS`). */
export type Past = Omit<Ledger, Much>;

type Much = "sales" | "batches" | "receipts" | "claims" | "settlements";

/** Before anything is read. */
export const NO_PAST: Past = {
  uri: undefined,
  partners: [],
  partnerByWallet: new Map(),
  disputes: new Map(),
  amendments: [],
  changes: [],
  tiers: [],
  movedFrom: new Map(),
  holders: new Map(),
};

export function pastOf(ledger: Ledger): Past {
  const { sales, batches, receipts, claims, settlements, ...past } = ledger;
  return past;
}
