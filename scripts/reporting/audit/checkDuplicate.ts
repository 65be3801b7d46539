import { lockTime } from "../../../core/deal/periods.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { byRule, isLeft, remedyOf } from "../../../core/ledger/findDuplicates.ts";
import type { SaleBook } from "../../../core/ledger/SaleBook.ts";
import { salesNamed } from "../../../core/ledger/standingSale.ts";
import type { Difference } from "./Difference.ts";

interface Moment {
  readonly books: Books;
  readonly terms: Terms;
  readonly time: number;
}

/** Says that a sale had to be treated otherwise than so, for no sale of its id stands before it that asks for that. */
export function checkDuplicate(
  { books, terms, time }: Moment,
  sale: SaleBook,
  remedy: "void" | "dispute",
): Difference[] {
  const duplicate = { ...sale, locksAt: lockTime(terms, sale.period) };
  const asks = salesNamed(books, sale.id).some(
    (other) =>
      other.at !== sale.at &&
      isLeft(other) &&
      byRule(other, sale) < 0 &&
      remedyOf(other, duplicate, time) === remedy,
  );
  const expected = remedy === "void" ? "one of its id that covers it" : "one of its id";
  return asks ? [] : [{ what: "a sale that stands before it", expected, found: "none" }];
}
