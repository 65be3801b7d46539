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
  const width = states + 2;
  for (let pivot = 0; pivot < first; pivot += 1) {
    const row = offset + pivot * stride;
    let out = 0;
    for (let column = pivot + 1; column < width; column += 1) out += ways[row + column] as number;
    if (out === 0) throw new RangeError("a state of the chain has no way on");
    for (let other = pivot + 1; other <= states; other += 1) {
      const start = offset + other * stride;
      const into = ways[start + pivot] as number;
      if (into !== 0) addRow(ways, start, row, pivot + 1, width, into / out);
    }
  }
  return { ways, offset: offset + first * (stride + 1), stride, states: states - first };
}

function addRow(
  ways: Float64Array,
  to: number,
  row: number,
  from: number,
  width: number,
  share: number,
): void {
  for (let column = from; column < width; column += 1) {
    ways[to + column] = (ways[to + column] as number) + share * (ways[row + column] as number);
  }
}
