import type { StandingLine } from "../../../core/deal/Terms.ts";
import type { Books, CurrencyBook } from "../../../core/ledger/Books.ts";

/** A standing line in one currency. */
export interface Subject {
  readonly books: Books;
  readonly book: CurrencyBook;
  readonly index: number;
  readonly line: StandingLine;
  readonly time: number;
}
