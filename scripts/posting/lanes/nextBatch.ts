import type { Time } from "../../../core/deal/Terms.ts";
import { LATE_LANE, type Lanes } from "./Lane.ts";

/** What decides by which lane a sale goes, and how many fit a batch. */
export interface Timed {
  readonly time: Time;
}

/** How many of some sales, from the first on, one batch can hold. */
export type Fitting<Sale> = (sales: readonly Sale[]) => number;

/** The sales of one batch, and its window. */
export interface LaneBatch<Sale> {
  readonly lane: number;
  readonly from: Time;
  readonly until: Time;
  readonly sales: readonly Sale[];
}

/**
 * Cuts the next batch off sales of one currency: those of the lane first, by their time, a second never in two; then those that come
 * late, that are dated ahead of the chain, or of a second with too many.
 */
export function nextBatch<Sale extends Timed>(
  sales: readonly Sale[],
  { timely, late, now }: Lanes,
  fitting: Fitting<Sale>,
): LaneBatch<Sale> | undefined {
  if (sales.length === 0) return undefined;
  const inTime =
    timely.lane === LATE_LANE
      ? []
      : sales
          .filter(({ time }) => time >= timely.earliest && time < now)
          .sort((a, b) => a.time - b.time);
  const window = firstWindow(inTime, fitting);
  const last = window.at(-1);
  if (last !== undefined) {
    return { lane: timely.lane, from: timely.earliest, until: last.time + 1, sales: window };
  }
  const part = sales.slice(0, Math.max(1, fitting(sales)));
  return { lane: late.lane, from: 0, until: 0, sales: part };
}

/** As many whole seconds as fit, after those at the beginning that fit no batch; empty where there are none. */
function firstWindow<Sale extends Timed>(
  sales: readonly Sale[],
  fitting: Fitting<Sale>,
): readonly Sale[] {
  for (let first = 0; first < sales.length; ) {
    const left = sales.slice(first);
    const count = fitting(left);
    if (count >= left.length) return left;
    const end = startOfSecond(left, count);
    if (end > 0) return left.slice(0, end);
    first += endOfSecond(left);
  }
  return [];
}

/** The place of the first sale of the same second as the one at a place. */
function startOfSecond(sales: readonly Timed[], place: number): number {
  let start = place;
  while (start > 0 && sales[start - 1]?.time === sales[place]?.time) start--;
  return start;
}

/** How many sales are of the first one's second. */
function endOfSecond(sales: readonly Timed[]): number {
  const end = sales.findIndex(({ time }) => time !== sales[0]?.time);
  return end < 0 ? sales.length : end;
}
