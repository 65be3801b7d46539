import { isBefore } from "../facts/isBefore.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { Rules } from "./Rules.ts";

/**
 * Which sales are their customer's first money, as far as the inputs tell: of one second the first by its id. Customers whom the rules
 * name as existing have none; of a sale without a customer nothing is known that came before.
 * @param nameOf The one name of each customer.
 */
export function findFirstPayments(
  sales: readonly SaleFact[],
  { existing }: Rules,
  nameOf: (name: string) => string,
): (sale: SaleFact) => boolean {
  const named = new Set((existing?.customers ?? []).map(nameOf));
  const first = new Map<string, SaleFact>();
  for (const sale of sales) {
    const [customer] = sale.customers;
    if (customer === undefined) continue;
    const other = first.get(nameOf(customer));
    if (other === undefined || isBefore(sale, other)) first.set(nameOf(customer), sale);
  }
  return ({ id, customers: [customer] }) => {
    if (customer === undefined) return true;
    const name = nameOf(customer);
    return !named.has(name) && first.get(name)?.id === id;
  };
}
