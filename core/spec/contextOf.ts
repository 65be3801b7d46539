import type { SettlementContext } from "../deal/Settlement.ts";
import { bucketsAt } from "./bucketsAt.ts";
import { decimalsIn } from "./decimalsIn.ts";
import type { Books } from "./openBooks.ts";

/** What a settlement of a currency goes over. */
export function contextOf(books: Books, currency: number): SettlementContext {
  return {
    ...{ terms: books.terms, lines: books.lines, currency },
    decimals: decimalsIn(books, currency),
    revenueOf: ({ start }) => bucketsAt(books, currency, start),
  };
}
