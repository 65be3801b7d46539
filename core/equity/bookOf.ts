import type { Grant, GrantBook } from "./PlanBooks.ts";

/** A grant's money in one currency of its plan. */
export function bookOf({ books }: Grant, currency: number): GrantBook {
  const book = books[currency];
  if (book === undefined) throw new RangeError(`a plan of ${books.length} currencies`);
  return book;
}
