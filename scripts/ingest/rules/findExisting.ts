import { parseTime } from "../../../core/text/parseTime.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { Rules } from "./Rules.ts";

/**
 * Who was a customer before a sale: who the rules name, and who had bought before the time that they give.
 * @param nameOf The one name of each customer.
 */
export function findExisting(
  sales: readonly SaleFact[],
  { existing }: Rules,
  nameOf: (name: string) => string,
): (sale: SaleFact) => boolean {
  const named = new Set((existing?.customers ?? []).map(nameOf));
  const before = parseTime(existing?.boughtBefore ?? "") ?? 0;
  const first = new Map<string, number>();
  for (const { customers, occurredAt } of sales) {
    const [customer] = customers;
    if (customer === undefined || occurredAt >= before) continue;
    const name = nameOf(customer);
    first.set(name, Math.min(first.get(name) ?? occurredAt, occurredAt));
  }
  return ({ customers, occurredAt }) => {
    const [customer] = customers;
    if (customer === undefined) return false;
    const name = nameOf(customer);
    return named.has(name) || (first.get(name) ?? occurredAt) < occurredAt;
  };
}
