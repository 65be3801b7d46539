import { groupBy } from "../facts/groupBy.ts";
import type { SaleFact } from "../facts/SaleFact.ts";

/**
 * How many customers have more than one sale where every sale is called `initial`; else none, for then the sources tell first payments
 * from later ones.
 * @param codeFields Attributes that hold codes, which name no customer.
 */
export function countReturning(sales: readonly SaleFact[], codeFields: readonly string[]): number {
  if (sales.some(({ kind }) => kind !== "initial")) return 0;
  const names = sales.flatMap(({ customers, attributes }) => {
    const codes = new Set(codeFields.map((field) => attributes[field]));
    const name = customers.find((one) => !codes.has(one));
    return name === undefined ? [] : [name];
  });
  return [...groupBy(names, (name) => name).values()].filter(({ length }) => length > 1).length;
}
