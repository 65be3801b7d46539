import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTimes } from "./Touches.ts";

/** Paths up to this length have their shares worked out once. */
const KEPT = 64;

/** The parts of a path's touches, where only their number and order count. Whole numbers. */
export type PartAt = (place: number, length: number) => number;

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
