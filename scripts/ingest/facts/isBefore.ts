import type { SaleFact } from "./SaleFact.ts";

/** Whether a sale comes before another: of one second the first by its id. */
export function isBefore(a: SaleFact, b: SaleFact): boolean {
  return a.occurredAt < b.occurredAt || (a.occurredAt === b.occurredAt && a.id < b.id);
}
