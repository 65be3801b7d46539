import { lockedPeriods, periodStart } from "../deal/periods.ts";
import type { SettlementContext } from "../deal/Settlement.ts";
import { segmentAt } from "../deal/segmentAt.ts";
import { settleNext } from "../deal/settleNext.ts";
import { settleSegment } from "../deal/settleSegment.ts";
import type { Books, CurrencyBook } from "./Books.ts";
import { contextOf } from "./contextOf.ts";
import { addEarned, createSettledSums, enterStep, type SettlementBook } from "./SettlementBook.ts";
import { termsAt } from "./termsAt.ts";

/** What settling on from what is settled finds. */
export interface Projection {
  /** As it will be once all that is locked is settled. */
  readonly locked: SettlementBook;
  /** What is earned in periods that are not locked, as if they ended now and without their guarantees. */
  readonly held: SettlementBook["earned"];
}

/** Projections of books that are whole, worked out once for all lines and periods. */
const PROJECTIONS = new WeakMap<CurrencyBook, Projection & { readonly now: number }>();

/** Settles on to a time without entering anything. For books that no event changes any more. */
export function project(books: Books, book: CurrencyBook, now: number): Projection {
  const known = PROJECTIONS.get(book);
  if (known?.now === now) return known;
  const terms = termsAt(books, now);
  const context = contextOf(books, terms, book);
  const locked = structuredClone(book.settlement);
  const limit = periodStart(terms, lockedPeriods(terms, now));
  while (locked.state.next < limit)
    enterStep(locked, createSettledSums(), settleNext(context, locked.state));
  const projection = { locked, held: earnedSince(context, locked, now), now };
  PROJECTIONS.set(book, projection);
  return projection;
}

function earnedSince(
  context: SettlementContext,
  { state }: SettlementBook,
  now: number,
): SettlementBook["earned"] {
  const open: SettlementBook = { state, earned: new Map() };
  let { next, residual, clauses } = state;
  while (next <= now) {
    const segment = segmentAt(context.terms, next);
    const settled = settleSegment(context, segment, clauses);
    for (const [line, amount] of settled.earned) addEarned(open, segment.period, line, amount);
    addEarned(open, segment.period, "residual", residual + settled.residual);
    residual = 0n;
    clauses = settled.clauses;
    next = segment.end;
  }
  return open.earned;
}
