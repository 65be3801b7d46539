import { lesser } from "../money/lesser.ts";
import { giveHolder } from "./giveHolder.ts";
import type { Books } from "./openBooks.ts";
import { settlementIn } from "./settlementIn.ts";

/** Adds to the reserve, which pays arrears first. Returns what each line got. */
export function addReserve(
  books: Books,
  currency: number,
  amount: bigint,
): ReadonlyMap<number, bigint> {
  const before = settlementIn(books, currency);
  const clauses = new Map(before.clauses);
  const paid = new Map<number, bigint>();
  let reserve = before.reserve + amount;
  for (const [line, book] of [...clauses].sort(([a], [b]) => a - b)) {
    const step = lesser(book.arrears, reserve);
    if (step === 0n) continue;
    reserve -= step;
    paid.set(line, step);
    clauses.set(line, { ...book, arrears: book.arrears - step });
    giveHolder(books, line, currency, step);
  }
  books.settlements.set(currency, { ...before, reserve, clauses });
  return paid;
}
