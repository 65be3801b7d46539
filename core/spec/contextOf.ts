import type { SettlementContext } from "../deal/Settlement.ts";
import { bucketsAt } from "./bucketsAt.ts";
import type { Books } from "./openBooks.ts";

/** What a settlement of a currency goes over. */
export function contextOf(books: Books, currency: number): SettlementContext {
  return {
    ...{ terms: books.terms, lines: books.lines, currency },
    revenueOf: ({ start }) => bucketsAt(books, currency, start),
  };
}
