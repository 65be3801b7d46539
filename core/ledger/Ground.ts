import type { Terms } from "../terms/ParsedTerms.ts";
import type { Books, CurrencyBook } from "./Books.ts";

/** What a walk goes over. */
export interface Ground {
  readonly books: Books;
  readonly terms: Terms;
  readonly book: CurrencyBook;
}
