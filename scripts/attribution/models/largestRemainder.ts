import { WEIGHT } from "./WEIGHT.ts";

/** Remainders of the call that runs; it grows to the longest range seen. */
let remainders = new Float64Array(64);

/**
 * Whole shares of `total` in proportion to the parts `from ≤ index < to`, written to the same places of `shares`. Each gets
 * the floor; the units that are left go to the largest remainders, of equal ones to those that come first. So the shares
 * add up to the total exactly, and a part of 0 gets 0.
 *
 * Parts are whole numbers of at least 0, not all 0, and any part × total and the sum of the parts are at most 2^53: then every step
 * is exact in a double. Larger ones are for `largestRemainderWide`.
 */
export function largestRemainder(
  parts: Float64Array,
  from: number,
  to: number,
  shares: Int32Array,
  total = WEIGHT,
): void {
  if (to - from > remainders.length) remainders = new Float64Array(2 * (to - from));
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += parts[index] as number;
  if (!(sum > 0)) throw new RangeError("there is nothing to share by: all parts are 0");
  let left = total;
  for (let index = from; index < to; index += 1) {
    const product = (parts[index] as number) * total;
    // The floor is that of the exact quotient: below 2^53, one short of a whole number does not round up to it.
    const share = Math.floor(product / sum);
    remainders[index - from] = product - share * sum;
    shares[index] = share;
    left -= share;
  }
  if (left === 0) return;
  if (left > 32) addToLargestOfMany(from, to, shares, left);
  else addToLargest(from, to, shares, left);
}

/** One pass for each unit: the fastest for the few touches of a usual sale. */
function addToLargest(from: number, to: number, shares: Int32Array, units: number): void {
  for (let unit = 0; unit < units; unit += 1) {
    let largest = 0;
    for (let place = 1; place < to - from; place += 1) {
      if ((remainders[place] as number) > (remainders[largest] as number)) largest = place;
    }
    shares[from + largest] = (shares[from + largest] as number) + 1;
    remainders[largest] = -1;
  }
}

function addToLargestOfMany(from: number, to: number, shares: Int32Array, units: number): void {
  const places = Array.from({ length: to - from }, (_, place) => place);
  places.sort((a, b) => (remainders[b] as number) - (remainders[a] as number) || a - b);
  for (const place of places.slice(0, units)) {
    shares[from + place] = (shares[from + place] as number) + 1;
  }
}
