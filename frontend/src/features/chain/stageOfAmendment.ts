import type { LedgerAmendment } from "@core/ledger/Ledger";

/** What has become of a proposed amendment, as the pages call it. */
export type AmendmentStage = "Withdrawn" | "In its notice" | "In force" | "Lapsed";

/** @param now Seconds: the time of the newest block. */
export function stageOfAmendment(amendment: LedgerAmendment, now: bigint): AmendmentStage {
  const { isWithdrawn, from, needed, given } = amendment;
  if (isWithdrawn) return "Withdrawn";
  if (now < BigInt(from)) return "In its notice";
  return needed.every(({ line }) => given.has(line)) ? "In force" : "Lapsed";
}
