import { lockedPeriods } from "../deal/periods.ts";
import { segmentAt } from "../deal/segmentAt.ts";
import { settleSegment } from "../deal/settleSegment.ts";
import type { Time } from "../deal/Terms.ts";
import { contextOf } from "./contextOf.ts";
import { mostSettled } from "./mostSettled.ts";
import type { Books } from "./openBooks.ts";
import { settlePeriods } from "./settlePeriods.ts";

/**
 * What settling a conditional line would bring its holder, and what it then earns in periods that are not locked, as if they
 * ended now.
 */
export function conditionalLine(
  books: Books,
  line: number,
  currency: number,
  time: Time,
): { readonly held: bigint; readonly locked: bigint } {
  const { after, lines } = settlePeriods(books, currency, time, mostSettled(books.terms));
  const locked = lockedPeriods(books.terms, time);
  let { clauses } = after;
  let held = 0n;
  for (let start = after.next; start <= time; ) {
    const segment = segmentAt(books.terms, start);
    const settled = settleSegment(contextOf(books, currency), segment, clauses);
    clauses = settled.clauses;
    if (segment.period >= locked) held += settled.earned.get(line) ?? 0n;
    start = segment.end;
  }
  return { held, locked: lines.get(line) ?? 0n };
}
