import { lesser } from "../money/lesser.ts";
import { sum } from "../money/sum.ts";
import { NEVER, PER_YEAR, type StandingLine } from "../terms/ParsedTerms.ts";
import type { BucketBook } from "./Books.ts";
import type { Ground } from "./Ground.ts";
import { inUnits } from "./inUnits.ts";
import { isWalked } from "./isWalked.ts";
import { isOn, isRunning, rateOn } from "./rateOn.ts";
import { periodAt, segmentAt } from "./schedule.ts";
import { addSettled, type ClauseBook, clausesOf, type Settlement, type Walk } from "./Walk.ts";
import { shareOf } from "./waterfall.ts";

const YEAR = 31_536_000;

/** Walks one segment: each line with clauses has what it earns in it at once; the rest is residual of its period. */
export function walkSegment(ground: Ground, walk: Walk, settled: Settlement, start: number): void {
  const { books, terms } = ground;
  const buckets = bucketsAt(ground, start);
  walk.residual += sum(buckets.map(({ brought }) => brought));
  for (const [index, line] of terms.standing.entries()) {
    if (!isRunning(books, terms, index, start)) continue;
    const own = buckets.filter(({ kind }) => isOn(line, kind));
    const rate = rateOn(books, terms, index, start);
    if (!isWalked(line)) {
      walk.residual -= earn(own, rate);
      continue;
    }
    const earned = earnWithClauses(ground, line, clausesOf(walk, index), { own, rate, start });
    walk.residual -= earned;
    addSettled(walk, settled, { period: periodAt(terms, start), index, amount: earned });
  }
}

interface Share {
  /** Revenue of the line's kinds. */
  readonly own: readonly BucketBook[];
  readonly rate: number;
  readonly start: number;
}

/** What a line earns beyond its threshold and up to its cap. */
function earnWithClauses(
  { book }: Ground,
  { starts, clauses }: StandingLine,
  progress: ClauseBook,
  { own, rate, start }: Share,
): bigint {
  const { capPer, thresholdPer, cap, threshold } = clauses;
  const year = Math.floor((start - starts) / YEAR);
  if (capPer === PER_YEAR && year !== progress.capYear) {
    progress.capYear = year;
    progress.capped = 0n;
  }
  if (thresholdPer === PER_YEAR && year !== progress.countedYear) {
    progress.countedYear = year;
    progress.counted = 0n;
  }
  let earned = earn(own, rate);
  if (thresholdPer !== NEVER) {
    const from = inUnits(book.currency, threshold);
    const before = progress.counted;
    progress.counted += sum(own.map(({ revenue }) => revenue));
    earned = shareOf(beyond(from, progress.counted) - beyond(from, before), rate);
  }
  if (capPer !== NEVER) {
    earned = lesser(earned, beyond(progress.capped, inUnits(book.currency, cap)));
    progress.capped += earned;
  }
  progress.earned += earned;
  return earned;
}

/** What of an amount lies beyond another. */
function beyond(from: bigint, amount: bigint): bigint {
  return amount > from ? amount - from : 0n;
}

function earn(buckets: readonly BucketBook[], rate: number): bigint {
  return sum(buckets.map(({ revenue }) => shareOf(revenue, rate)));
}

function bucketsAt({ terms, book }: Ground, start: number): BucketBook[] {
  const segment = segmentAt(terms, start);
  return terms.kinds.flatMap((_, kind) => book.buckets.get(`${segment}/${kind}`) ?? []);
}
