import { countedPartners } from "./countedPartners.ts";
import { creditsIn } from "./creditsIn.ts";
import type { BookedSale, Books } from "./openBooks.ts";

/** Counts a sale once for each partner that played a part in it, or takes it back. */
export function countSale(books: Books, sale: BookedSale, change: 1 | -1): void {
  const { currency, period } = sale;
  for (const partner of countedPartners(books.terms, sale)) {
    creditsIn(books, partner, currency, period).sales += change;
  }
}
