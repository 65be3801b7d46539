import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTimes } from "./Touches.ts";

/** Paths up to this length have their shares worked out once. */
const KEPT = 64;

/** The parts of a path's touches, where only their number and order count. Whole numbers. */
type PartAt = (place: number, length: number) => number;

export const LINEAR: PartAt = () => 1;

/** 40/20/40: the middle touches share 20. Two touches get half each. */
export const U_SHAPED: PartAt = (place, length) => {
  if (length <= 2) return 1;
  return place === 0 || place === length - 1 ? 2 * (length - 2) : 1;
};

/**
 * 30/30/30 for the first, the middle and the last touch; the others share 10. Of an even number the earlier of the
 * two in the middle counts. Up to three touches get the same.
 */
export const W_SHAPED: PartAt = (place, length) => {
  if (length <= 3) return 1;
  const isPeak = place === 0 || place === length - 1 || place === (length - 1) >> 1;
  return isPeak ? 3 * (length - 3) : 1;
};

/** A model of positions. Paths of one length all have the same shares. */
export function shareByPosition(partAt: PartAt): ShareTimes {
  const kept: (Int32Array | undefined)[] = [];
  const sharesOf = (length: number): Int32Array => {
    const parts = Float64Array.from({ length }, (_, place) => partAt(place, length));
    const shares = new Int32Array(length);
    largestRemainder(parts, 0, length, shares);
    if (length <= KEPT) kept[length] = shares;
    return shares;
  };
  return (_touches, from, to, shares) => {
    const own = kept[to - from] ?? sharesOf(to - from);
    for (let index = from; index < to; index += 1) shares[index] = own[index - from] as number;
  };
}
