import type { CountedPaths } from "./CountedPaths.ts";
import { CONVERSION, NULL, START, type Transitions } from "./Transitions.ts";

/** Where a step can go besides the channels: to a sale or to none. */
const ENDS = 2;

/** A table of counts: a row for each state, a column for each channel, for a sale and for none. */
interface Table {
  readonly width: number;
  readonly counts: Float64Array;
}

/** Counts by what follows one channel (order 1) or two in a row (order 2). */
export function countTransitions(paths: CountedPaths, order: 1 | 2): Transitions {
  const { channels } = paths;
  const rowOf = order === 1 ? rowsOfChannels(channels) : rowsOfPairs(paths);
  const { width, counts } = fill(paths, order, rowOf);
  const cells = counts.reduce((sum, times) => (times > 0 ? sum + 1 : sum), 0);
  const before = new Int32Array(cells);
  const from = new Int32Array(cells);
  const to = new Int32Array(cells);
  const count = new Float64Array(cells);
  let cell = 0;
  for (const [pair, row] of rowOf.entries()) {
    for (let column = 0; row >= 0 && column < width; column += 1) {
      const times = counts[row * width + column] as number;
      if (times === 0) continue;
      before[cell] = Math.floor(pair / (channels + 1)) - 1;
      from[cell] = (pair % (channels + 1)) - 1;
      to[cell] = toOf(column, channels);
      count[cell] = times;
      cell += 1;
    }
  }
  return order === 1 ? { channels, from, to, count } : { channels, before, from, to, count };
}

function toOf(column: number, channels: number): number {
  if (column < channels) return column;
  return column === channels ? CONVERSION : NULL;
}

/** Which row a pair (before, from) has: each counts from the start, so 0 is `START`. Order 1 knows no `before`. */
function rowsOfChannels(channels: number): Int32Array {
  return Int32Array.from({ length: channels + 1 }, (_, from) => from);
}

/** Rows for the pairs that occur, of the many that could; -1 for the others. */
function rowsOfPairs({ channels, steps, ends }: CountedPaths): Int32Array {
  const width = channels + 1;
  const rowOf = new Int32Array(width * width).fill(-1);
  rowOf[0] = 0;
  let step = 0;
  for (const end of ends) {
    let before = 0;
    for (; step < end; step += 1) {
      const from = (steps[step] as number) + 1;
      rowOf[before * width + from] = 0;
      before = from;
    }
  }
  let rows = 0;
  for (let pair = 0; pair < rowOf.length; pair += 1) {
    if (rowOf[pair] === -1) continue;
    rowOf[pair] = rows;
    rows += 1;
  }
  return rowOf;
}

function fill(paths: CountedPaths, order: 1 | 2, rowOf: Int32Array): Table {
  const { channels, steps, ends, conversions, nulls } = paths;
  const width = channels + ENDS;
  const pairs = order === 1 ? 0 : channels + 1;
  const rows = rowOf.reduce((most, row) => Math.max(most, row + 1), 0);
  const counts = new Float64Array(rows * width);
  let step = 0;
  for (let path = 0; path < ends.length; path += 1) {
    const end = ends[path] as number;
    const sales = conversions[path] as number;
    const times = sales + (nulls[path] as number);
    let from = START + 1;
    let row = 0;
    for (; step < end; step += 1) {
      const channel = steps[step] as number;
      const cell = row * width + channel;
      counts[cell] = (counts[cell] as number) + times;
      row = rowOf[pairs * from + channel + 1] as number;
      from = channel + 1;
    }
    const last = row * width + channels;
    counts[last] = (counts[last] as number) + sales;
    counts[last + 1] = (counts[last + 1] as number) + times - sales;
  }
  return { width, counts };
}
