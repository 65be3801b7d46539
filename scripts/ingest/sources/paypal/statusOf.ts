/** Whether a transaction happened; "not told alike" where downloads contradict each other. */
export type Status = "paid" | "pending" | "not paid" | "unknown" | "not told alike";

/** Of what was paid, whatever became of it; of what may be yet; and of what never will be, or is over. */
const STATUSES: readonly (readonly [RegExp, Status])[] = [
  [/^(completed|cleared|refunded|partially refunded|reversed|paid)$/i, "paid"],
  [/^(pending|processing|created|active|uncleared|unclaimed|blocked)$/i, "pending"],
  [/^(denied|rejected|failed|cancell?ed|expired|voided|removed|returned)$/i, "not paid"],
];

/** What comes of the statuses that downloads tell of one transaction: one that was pending in an earlier one is no longer. */
export function statusOf(told: readonly string[]): Status {
  const all = new Set(
    told.map((text) => STATUSES.find(([pattern]) => pattern.test(text))?.[1] ?? "unknown"),
  );
  if (all.size > 1) all.delete("pending");
  const [only = "unknown"] = all;
  return all.size > 1 ? "not told alike" : only;
}
