import { bucketsAt } from "./bucketsAt.ts";
import { clauseEarnings } from "./clauseEarnings.ts";
import { EMPTY_CLAUSE_BOOK } from "./emptyClauseBook.ts";
import { lockedPeriods } from "./lockedPeriods.ts";
import type { Books } from "./openBooks.ts";
import { segmentAt } from "./segmentAt.ts";
import type { Time } from "./terms.ts";
import { walkPeriods } from "./walkPeriods.ts";

/** The most segments that settling a line with clauses walks. */
export const MOST_WALKED = 64;

/**
 * What settling a line with clauses would bring its holder, and what it then earns in periods that are
 * not locked, as if they ended now.
 */
export function walkedEarnings(
  books: Books,
  line: number,
  currency: number,
  time: Time,
): { readonly held: bigint; readonly locked: bigint } {
  const { after, lines } = walkPeriods(books, currency, time, MOST_WALKED);
  const locked = lockedPeriods(books.schedule, time);
  let book = after.clauses.get(line) ?? EMPTY_CLAUSE_BOOK;
  let held = 0n;
  for (let start = after.next; start <= time; ) {
    const segment = segmentAt(books.schedule, start);
    const buckets = bucketsAt(books, currency, segment.start);
    const step = clauseEarnings(books, { line, currency, start, buckets }, book);
    book = step.book;
    if (segment.period >= locked) held += step.earned;
    start = segment.end;
  }
  return { held, locked: lines.get(line) ?? 0n };
}
