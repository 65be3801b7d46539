import { type Settlement, unsettled } from "../deal/Settlement.ts";
import type { Books } from "./openBooks.ts";

/** How far a currency is settled; from the program's start where nothing is. */
export function settlementIn(books: Books, currency: number): Settlement {
  const found = books.settlements.get(currency);
  if (found !== undefined) return found;
  return unsettled(books.terms.start);
}
