import type { Ledger } from "@core/ledger/Ledger";

/** What a program's events tell beside what there is much of: that the worker is asked for (`QUESTIONS`). */
export type Past = Pick<
  Ledger,
  | "uri"
  | "partners"
  | "partnerByWallet"
  | "disputes"
  | "amendments"
  | "changes"
  | "tiers"
  | "movedFrom"
  | "holders"
>;

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
  const {
    uri,
    partners,
    partnerByWallet,
    disputes,
    amendments,
    changes,
    tiers,
    movedFrom,
    holders,
  } = ledger;
  return {
    uri,
    partners,
    partnerByWallet,
    disputes,
    amendments,
    changes,
    tiers,
    movedFrom,
    holders,
  };
}
