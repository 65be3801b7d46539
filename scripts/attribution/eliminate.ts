/**
 * A chain as weights of ways, part of a larger array: `states` rows and one more for the start, `states` columns and two
 * more for a sale and for none. A state's way to itself is never read.
 */
export interface Chain {
  readonly ways: Float64Array;
  /** Where its first row begins, and how far one row is from the next. */
  readonly offset: number;
  readonly stride: number;
  readonly states: number;
}

/** How many states are taken out together, a multiple of 4: each row is read and written once for four of them. */
const PANEL = 32;

/** Of the states that are taken out together: the sum of each one's ways on. */
const outs = new Float64Array(PANEL);
/** The part of each one's ways that a row takes over. What is beyond the last one stays 0. */
const shares = new Float64Array(PANEL);

/**
 * Takes the first states out of a chain in place: the ways through them become direct ways, so that every chance of
 * getting from one of the other states to another, to a sale or to none stays. What is left is given back as a chain.
 *
 * This is elimination as Grassmann, Taksar and Heyman do it: a state's ways on are summed up, never taken as 1 less the
 * way to itself. It only adds, multiplies and divides numbers of at least 0, so that nothing cancels: each result is right
 * to a few units in its last place, however rare the ways.
 */
export function eliminate(chain: Chain, first: number): Chain {
  const { ways, offset, stride, states } = chain;
  for (let start = 0; start < first; start += PANEL) {
    const end = Math.min(start + PANEL, first);
    for (let pivot = start; pivot < end; pivot += 1) {
      passOn(chain, pivot, start, pivot);
      outs[pivot - start] = sumOn(chain, pivot);
    }
    for (let row = end; row <= states; row += 1) passOn(chain, row, start, end);
  }
  return { ways, offset: offset + first * (stride + 1), stride, states: states - first };
}

function sumOn({ ways, offset, stride, states }: Chain, state: number): number {
  const row = offset + state * stride;
  let out = 0;
  for (let column = state + 1; column < states + 2; column += 1)
    out += ways[row + column] as number;
  if (out === 0) throw new RangeError("a state of the chain has no way on");
  return out;
}

/** Gives a row the ways on from the states `start ≤ state < end` in place of its ways to them. */
function passOn(chain: Chain, row: number, start: number, end: number): void {
  const { ways, offset, stride, states } = chain;
  const own = offset + row * stride;
  shares.fill(0);
  for (let state = start; state < end; state += 1) {
    const into = ways[own + state] as number;
    if (into === 0) continue;
    const share = into / (outs[state - start] as number);
    shares[state - start] = share;
    // The next states' columns at once, for their shares depend on it.
    const other = offset + state * stride;
    for (let column = state + 1; column < end; column += 1) {
      ways[own + column] =
        (ways[own + column] as number) + share * (ways[other + column] as number);
    }
  }
  for (let state = start; state < end; state += 4) {
    addFour(ways, own, offset + state * stride, stride, state - start, end, states + 2);
  }
}

/** Adds four rows in a row, each times its share, to another one, from one column to another. */
function addFour(
  ways: Float64Array,
  own: number,
  first: number,
  stride: number,
  place: number,
  from: number,
  to: number,
): void {
  const a = shares[place] as number;
  const b = shares[place + 1] as number;
  const c = shares[place + 2] as number;
  const d = shares[place + 3] as number;
  if (a + b + c + d === 0) return;
  // Rows that are not among the four states have a share of 0; the last ones may not exist.
  const second = b === 0 ? first : first + stride;
  const third = c === 0 ? first : first + 2 * stride;
  const fourth = d === 0 ? first : first + 3 * stride;
  for (let column = from; column < to; column += 1) {
    ways[own + column] =
      (ways[own + column] as number) +
      a * (ways[first + column] as number) +
      b * (ways[second + column] as number) +
      c * (ways[third + column] as number) +
      d * (ways[fourth + column] as number);
  }
}
