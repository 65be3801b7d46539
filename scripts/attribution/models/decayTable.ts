/** Steps of a half-life: 1,024 coarse ones of 1,024 fine ones each. */
export const DECAY_STEPS = 1_024;
/** Factors count in units of 2^-26, so that the product of two is exact in a double. */
const FACTOR_BITS = 26n;
/** A touch of age 0 has the part 2^30; × `WEIGHT` it is below 2^53. */
const DECAY_BITS = 30;
/** After as many half-lives nothing is left. */
export const MOST_HALVINGS = 30;

const BITS = 128n;
const WHOLE = 1n << BITS;

export interface DecayTable {
  /** 2^(-step ÷ 1,024) in units of 2^-26. */
  readonly coarse: Float64Array;
  /** 2^(-step ÷ 1,048,576) in units of 2^-26. */
  readonly fine: Float64Array;
  /** What the product of the two is divided by after as many whole half-lives. */
  readonly divisors: Float64Array;
}

let table: DecayTable | undefined;

/**
 * The table that decay is read from. It is made of whole numbers alone, square roots of square roots of ½ to 128 bits,
 * so it is the same in every engine and on every machine, which powers of a language are not.
 */
export function decayTable(): DecayTable {
  table ??= {
    coarse: powersOf(rootOfHalf(10)),
    fine: powersOf(rootOfHalf(20)),
    divisors: Float64Array.from(
      { length: MOST_HALVINGS + 1 },
      (_, halvings) => 2 ** (2 * Number(FACTOR_BITS) - DECAY_BITS + halvings),
    ),
  };
  return table;
}

/** ½ after as many square roots, in units of 2^-128. */
function rootOfHalf(times: number): bigint {
  let root = WHOLE >> 1n;
  for (let time = 0; time < times; time += 1) root = squareRoot(root << BITS);
  return root;
}

/** The whole part, by Newton's method from above. */
function squareRoot(square: bigint): bigint {
  let root = WHOLE;
  for (let next = (root + square / root) >> 1n; next < root; next = (root + square / root) >> 1n) {
    root = next;
  }
  return root;
}

function powersOf(factor: bigint): Float64Array {
  const powers = new Float64Array(DECAY_STEPS);
  const half = 1n << (BITS - FACTOR_BITS - 1n);
  let power = WHOLE;
  for (let step = 0; step < DECAY_STEPS; step += 1) {
    powers[step] = Number((power + half) >> (BITS - FACTOR_BITS));
    power = (power * factor) >> BITS;
  }
  return powers;
}
