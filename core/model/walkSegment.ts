import { bucketsAt } from "./bucketsAt.ts";
import { clauseEarnings } from "./clauseEarnings.ts";
import { earningsOf } from "./earningsOf.ts";
import { EMPTY_CLAUSE_BOOK } from "./emptyClauseBook.ts";
import { isWalked } from "./isWalked.ts";
import type { Books, Bucket, ClauseBook } from "./openBooks.ts";
import type { Segment } from "./segmentAt.ts";

export interface WalkedSegment {
  /** What came in beyond what all standing lines earn. */
  readonly residual: bigint;
  /** What each line with clauses earned. */
  readonly earned: ReadonlyMap<number, bigint>;
  readonly clauses: ReadonlyMap<number, ClauseBook>;
}

/** Works out one segment of a currency, from what lines with clauses have earned before it. */
export function walkSegment(
  books: Books,
  currency: number,
  { start }: Segment,
  before: ReadonlyMap<number, ClauseBook>,
): WalkedSegment {
  const buckets = bucketsAt(books, currency, start);
  let residual = 0n;
  for (const { brought } of buckets) residual += brought;
  const earned = new Map<number, bigint>();
  const clauses = new Map(before);
  for (const [line, terms] of books.terms.standing.entries()) {
    if (!isWalked(terms)) {
      residual -= ratesOf(books, line, buckets);
      continue;
    }
    const book = before.get(line) ?? EMPTY_CLAUSE_BOOK;
    const step = clauseEarnings(books, { line, currency, start, buckets }, book);
    residual -= step.earned;
    earned.set(line, step.earned);
    clauses.set(line, step.book);
  }
  return { residual, earned, clauses };
}

function ratesOf(books: Books, line: number, buckets: readonly Bucket[]): bigint {
  let sum = 0n;
  for (const bucket of buckets) sum += earningsOf(books, line, bucket);
  return sum;
}
