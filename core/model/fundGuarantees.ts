import { lesser } from "../money/lesser.ts";
import { EMPTY_CLAUSE_BOOK } from "./emptyClauseBook.ts";
import { isRunning } from "./isRunning.ts";
import type { Books, ClauseBook, Settlement } from "./openBooks.ts";
import { toUnits } from "./toUnits.ts";

export interface FundedGuarantees {
  readonly after: Settlement;
  readonly lines: ReadonlyMap<number, bigint>;
}

/**
 * What the lines of a settled period are guaranteed beyond what they earned. The period's residual pays
 * arrears, then what is due, each in the order of the lines; then the reserve does; the rest is arrears.
 */
export function fundGuarantees(
  books: Books,
  currency: number,
  period: number,
  before: Settlement,
): FundedGuarantees {
  const owed = new Map([...before.clauses].map(([line, { arrears }]) => [line, arrears]));
  const due = duesOf(books, currency, period, before.clauses);
  const lines = new Map<number, bigint>();
  const pay = (claims: Map<number, bigint>, available: bigint) => {
    let left = available;
    for (const [line, claim] of [...claims].sort(([a], [b]) => a - b)) {
      const paid = lesser(claim, left);
      left -= paid;
      claims.set(line, claim - paid);
      lines.set(line, (lines.get(line) ?? 0n) + paid);
    }
    return left;
  };
  const residual = pay(due, pay(owed, before.residual));
  const reserve = pay(due, pay(owed, before.reserve));
  const clauses = new Map<number, ClauseBook>();
  for (const [line, book] of before.clauses) {
    const arrears = (owed.get(line) ?? 0n) + (due.get(line) ?? 0n);
    clauses.set(line, { ...book, earned: 0n, arrears });
  }
  for (const [line, arrears] of due) {
    if (!clauses.has(line)) clauses.set(line, { ...EMPTY_CLAUSE_BOOK, arrears });
  }
  return { after: { ...before, residual, reserve, clauses }, lines };
}

/** Of lines that run when the period begins, in the currency of their guarantee. */
function duesOf(
  books: Books,
  currency: number,
  period: number,
  clauses: Settlement["clauses"],
): Map<number, bigint> {
  const { start, period: length } = books.schedule;
  const decimals = books.terms.currencies[currency]?.decimals ?? 0;
  const dues = new Map<number, bigint>();
  for (const [line, terms] of books.terms.standing.entries()) {
    if (terms.clauses.currency !== currency) continue;
    if (!isRunning(books, line, start + period * length)) continue;
    const fee = toUnits(terms.clauses.fee, decimals);
    const least = toUnits(terms.clauses.minimum, decimals);
    const earned = clauses.get(line)?.earned ?? 0n;
    const due = earned + fee < least ? least - earned : fee;
    if (due > 0n) dues.set(line, due);
  }
  return dues;
}
