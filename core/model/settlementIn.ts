import type { Books, Settlement } from "./openBooks.ts";

/** How far a currency is settled; from the program's start where nothing is. */
export function settlementIn(books: Books, currency: number): Settlement {
  const found = books.settlements.get(currency);
  if (found !== undefined) return found;
  return { next: books.schedule.start, residual: 0n, reserve: 0n, clauses: new Map() };
}
