import type { RefundFact } from "./RefundFact.ts";

/** The order of refunds: by time, those without one first; of one second by id. */
export function inTime(
  a: Pick<RefundFact, "id" | "occurredAt">,
  b: Pick<RefundFact, "id" | "occurredAt">,
): number {
  const byTime = (a.occurredAt ?? 0) - (b.occurredAt ?? 0);
  if (byTime !== 0) return byTime;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
