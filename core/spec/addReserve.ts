import { EMPTY_CLAUSE_BOOK } from "../deal/Settlement.ts";
import { lesser } from "../money/lesser.ts";
import { giveHolder } from "./giveHolder.ts";
import type { Books } from "./openBooks.ts";
import { settlementIn } from "./settlementIn.ts";

export interface LineReserve {
  readonly line: number;
  readonly currency: number;
  readonly amount: bigint;
}

/** Adds to the reserve of a guaranteed line, which pays its arrears first. Returns what of them it paid. */
export function addReserve(books: Books, { line, currency, amount }: LineReserve): bigint {
  const before = settlementIn(books, currency);
  const book = before.clauses.get(line) ?? EMPTY_CLAUSE_BOOK;
  const paid = lesser(book.arrears, amount);
  const after = {
    ...book,
    arrears: book.arrears - paid,
    reserve: book.reserve + amount - paid,
  };
  const clauses = new Map(before.clauses).set(line, after);
  books.settlements.set(currency, { ...before, clauses });
  if (paid > 0n) giveHolder(books, line, currency, paid);
  return paid;
}
