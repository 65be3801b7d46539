import type { Books, CurrencyBook } from "./Books.ts";
import type { Ground } from "./Ground.ts";
import { lockedPeriods, periodAt, periodStart, segmentEnd } from "./schedule.ts";
import { termsAt } from "./termsAt.ts";
import { addEarned, createSettlement, type Walk } from "./Walk.ts";
import { walkOn } from "./walkOn.ts";
import { walkSegment } from "./walkSegment.ts";

/** What a walk on from what is settled finds. */
export interface Projection {
  /** As it will be once all that is locked is settled. */
  readonly locked: Walk;
  /** What is earned in periods that are not locked, as if they ended now and without their guarantees. */
  readonly held: Walk["earned"];
}

/** Projections of books that are whole, worked out once for all lines and periods. */
const PROJECTIONS = new WeakMap<CurrencyBook, Projection & { readonly now: number }>();

/** Walks on to a time without settling anything. For books that no event changes any more. */
export function project(books: Books, book: CurrencyBook, now: number): Projection {
  const known = PROJECTIONS.get(book);
  if (known?.now === now) return known;
  const ground = { books, terms: termsAt(books, now), book };
  const locked = structuredClone(book.walk);
  const limit = periodStart(ground.terms, lockedPeriods(ground.terms, now));
  while ((locked.next ?? ground.terms.start) < limit) walkOn(ground, locked, createSettlement());
  const projection = { locked, held: earnedSince(ground, locked, now), now };
  PROJECTIONS.set(book, projection);
  return projection;
}

function earnedSince(ground: Ground, locked: Walk, now: number): Walk["earned"] {
  const { terms } = ground;
  const walk: Walk = { ...structuredClone(locked), earned: new Map() };
  let start = locked.next ?? terms.start;
  while (start <= now) {
    walkSegment(ground, walk, createSettlement(), start);
    addEarned(walk, periodAt(terms, start), "residual", walk.residual);
    walk.residual = 0n;
    start = segmentEnd(terms, start);
  }
  return walk.earned;
}
