import { lockTime } from "../deal/periods.ts";
import type { Books } from "./Books.ts";
import { type Duplicate, findDuplicates } from "./findDuplicates.ts";
import type { SaleBook } from "./SaleBook.ts";
import { termsAt } from "./termsAt.ts";

/** The sales of a program that have another one's id, as `findDuplicates` finds them. */
export function duplicatesIn(
  books: Books,
  now: number,
): Duplicate<SaleBook & { readonly locksAt: number }>[] {
  const terms = termsAt(books, now);
  const twice = [...books.placesOf.values()].filter(({ length }) => length > 1).flat();
  const postings = twice.flatMap((place) => {
    const sale = books.sales.get(place);
    return sale === undefined ? [] : [{ ...sale, locksAt: lockTime(terms, sale.period) }];
  });
  return findDuplicates(postings, now);
}
