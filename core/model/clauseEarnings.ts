import { lesser } from "../money/lesser.ts";
import { WHOLE, YEAR } from "./constants.ts";
import { earningsOf } from "./earningsOf.ts";
import { entryOfYear } from "./entryOfYear.ts";
import { isRunning } from "./isRunning.ts";
import type { Books, Bucket, ClauseBook } from "./openBooks.ts";
import type { Limit, StandingLine, Time } from "./terms.ts";
import { toUnits } from "./toUnits.ts";

export interface LineSegment {
  readonly line: number;
  readonly currency: number;
  readonly start: Time;
  /** Of all kinds. */
  readonly buckets: readonly Bucket[];
}

/** What a line with clauses earns in one segment: of the revenue beyond its threshold, up to its cap. */
export function clauseEarnings(
  books: Books,
  segment: LineSegment,
  before: ClauseBook,
): { readonly earned: bigint; readonly book: ClauseBook } {
  const { line, currency, start } = segment;
  const terms = books.terms.standing[line];
  if (terms === undefined || !isRunning(books, line, start)) return { earned: 0n, book: before };
  const { cap, threshold } = terms.clauses;
  const year = Math.floor((start - terms.starts) / YEAR);
  const decimals = books.terms.currencies[currency]?.decimals ?? 0;
  const book = {
    ...before,
    capped: turns(cap, before.capYear, year) ? 0n : before.capped,
    capYear: year,
    counted: turns(threshold, before.countedYear, year) ? 0n : before.counted,
    countedYear: year,
  };
  let earned = 0n;
  if (threshold === undefined) {
    for (const bucket of segment.buckets) earned += earningsOf(books, line, bucket);
  } else {
    const counted = book.counted + baseOf(terms, segment.buckets);
    const limit = toUnits(threshold.amount, decimals);
    const over = beyond(counted, limit) - beyond(book.counted, limit);
    earned = (over * BigInt(entryOfYear(terms.rates, terms.starts, start))) / WHOLE;
    book.counted = counted;
  }
  if (cap !== undefined) earned = lesser(earned, toUnits(cap.amount, decimals) - book.capped);
  book.capped += earned;
  book.earned += earned;
  return { earned, book };
}

function turns(limit: Limit | undefined, before: number, year: number): boolean {
  return limit?.per === "year" && before !== year;
}

function baseOf({ kinds }: StandingLine, buckets: readonly Bucket[]): bigint {
  let sum = 0n;
  for (const { kind, revenue } of buckets) if (kinds.has(kind)) sum += revenue;
  return sum;
}

function beyond(amount: bigint, limit: bigint): bigint {
  return amount > limit ? amount - limit : 0n;
}
