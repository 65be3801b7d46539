import { fundGuarantees } from "./fundGuarantees.ts";
import { lockedPeriods } from "./lockedPeriods.ts";
import type { Books, Settlement } from "./openBooks.ts";
import { segmentAt } from "./segmentAt.ts";
import { settlementIn } from "./settlementIn.ts";
import type { Time } from "./terms.ts";
import { walkSegment } from "./walkSegment.ts";

export interface Walk {
  readonly after: Settlement;
  /** What becomes the treasury's. */
  readonly treasury: bigint;
  /** What becomes the holder's of each line with clauses. */
  readonly lines: ReadonlyMap<number, bigint>;
}

/**
 * Works out at most `most` locked segments of a currency in order: what lines with clauses earn and are
 * guaranteed, and what is left for the treasury once a period is complete.
 */
export function walkPeriods(books: Books, currency: number, time: Time, most: number): Walk {
  return walkUntil(books, currency, lockedPeriods(books.schedule, time), most);
}

/** The same of all segments of periods below `until`. */
function walkUntil(books: Books, currency: number, until: number, most: number): Walk {
  let after = settlementIn(books, currency);
  let treasury = 0n;
  const lines = new Map<number, bigint>();
  const give = (line: number, amount: bigint) => lines.set(line, (lines.get(line) ?? 0n) + amount);
  for (let step = 0; step < most; step += 1) {
    const segment = segmentAt(books.schedule, after.next);
    if (segment.period >= until) break;
    const { residual, earned, clauses } = walkSegment(books, currency, segment, after.clauses);
    for (const [line, amount] of earned) give(line, amount);
    after = { ...after, clauses, residual: after.residual + residual, next: segment.end };
    if (segmentAt(books.schedule, segment.end).period === segment.period) continue;
    const funded = fundGuarantees(books, currency, segment.period, after);
    for (const [line, amount] of funded.lines) give(line, amount);
    treasury += funded.after.residual;
    after = { ...funded.after, residual: 0n };
  }
  return { after, treasury, lines };
}
