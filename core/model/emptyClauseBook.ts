import type { ClauseBook } from "./openBooks.ts";

/** The books of a line with clauses that has earned nothing. */
export const EMPTY_CLAUSE_BOOK: ClauseBook = {
  capped: 0n,
  capYear: 0,
  counted: 0n,
  countedYear: 0,
  earned: 0n,
  arrears: 0n,
};
