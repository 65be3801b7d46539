import { lockedPeriods, periodAt } from "../deal/periods.ts";
import type { Settlement } from "../deal/Settlement.ts";
import { settleNext } from "../deal/settleNext.ts";
import type { Time } from "../deal/Terms.ts";
import { contextOf } from "./contextOf.ts";
import type { Books } from "./openBooks.ts";
import { settlementIn } from "./settlementIn.ts";

export interface SettledPeriods {
  readonly after: Settlement;
  /** What becomes the treasury's. */
  readonly treasury: bigint;
  /** What becomes the holder's of each conditional line. */
  readonly lines: ReadonlyMap<number, bigint>;
}

/**
 * Works out at most `most` locked segments of a currency in order: what conditional lines earn and are guaranteed, and what
 * is left for the treasury once a period is complete.
 */
export function settlePeriods(
  books: Books,
  currency: number,
  time: Time,
  most: number,
): SettledPeriods {
  const context = contextOf(books, currency);
  const locked = lockedPeriods(books.terms, time);
  let after = settlementIn(books, currency);
  let treasury = 0n;
  const lines = new Map<number, bigint>();
  for (let step = 0; step < most && periodAt(books.terms, after.next) < locked; step += 1) {
    const settled = settleNext(context, after);
    after = settled.after;
    treasury += settled.treasury;
    for (const [line, amount] of settled.lines) lines.set(line, (lines.get(line) ?? 0n) + amount);
  }
  return { after, treasury, lines };
}
