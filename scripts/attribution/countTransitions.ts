import type { CountedPaths } from "./CountedPaths.ts";
import { refuseManyStates } from "./refuseManyStates.ts";
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
  const { names, steps } = numberAnew(paths);
  const seen = { ...paths, channels: names.length, steps };
  const rowOf = order === 1 ? rowsOfChannels(seen) : rowsOfPairs(seen);
  const { width, counts } = fill(seen, order, rowOf);
  const cells = counts.reduce((sum, times) => (times > 0 ? sum + 1 : sum), 0);
  const before = new Int32Array(cells);
  const from = new Int32Array(cells);
  const to = new Int32Array(cells);
  const count = new Float64Array(cells);
  const nameOf = (place: number) => (place === 0 ? START : (names[place - 1] as number));
  let cell = 0;
  for (const [pair, row] of rowOf.entries()) {
    for (let column = 0; row >= 0 && column < width; column += 1) {
      const times = counts[row * width + column] as number;
      if (times === 0) continue;
      before[cell] = nameOf(Math.floor(pair / (names.length + 1)));
      from[cell] = nameOf(pair % (names.length + 1));
      to[cell] = toOf(column, names);
      count[cell] = times;
      cell += 1;
    }
  }
  const { channels } = paths;
  return order === 1 ? { channels, from, to, count } : { channels, before, from, to, count };
}

function toOf(column: number, names: Int32Array): number {
  return names[column] ?? (column === names.length ? CONVERSION : NULL);
}

/** The channels that occur, ascending, and the steps by their places among these: tables need no more. */
function numberAnew({ channels, steps }: CountedPaths): { names: Int32Array; steps: Int32Array } {
  const placeOf = new Int32Array(channels).fill(-1);
  for (let step = 0; step < steps.length; step += 1) placeOf[steps[step] as number] = 0;
  const names = Int32Array.from(placeOf.keys()).filter((channel) => placeOf[channel] === 0);
  for (const [place, channel] of names.entries()) placeOf[channel] = place;
  return { names, steps: steps.map((channel) => placeOf[channel] as number) };
}

/** Which row a pair (before, from) has: each counts from the start, so 0 is `START`. Order 1 knows no `before`. */
function rowsOfChannels({ channels }: CountedPaths): Int32Array {
  refuseManyStates(channels, 1);
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
  refuseManyStates(rows - 1, 2);
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
