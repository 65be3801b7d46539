import type { Settlement } from "../deal/Settlement.ts";
import { sum } from "../money/sum.ts";
import type { CurrencyBook } from "./Books.ts";

/** All that backs promises in a currency, what of it is owed for milestones that were reached counted, as it stands at a settlement. */
export function reserveIn({ milestones }: CurrencyBook, { clauses }: Settlement): bigint {
  const { funded, paid } = milestones;
  return sum([...clauses.values()].map(({ reserve }) => reserve)) + funded - paid;
}
