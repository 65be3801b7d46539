import type { ShareTimes } from "./Touches.ts";
import { WEIGHT } from "./WEIGHT.ts";

/** One of the touches has all. */
export function shareWhole(placeOf: (from: number, to: number) => number): ShareTimes {
  return (_touches, from, to, shares) => {
    shares.fill(0, from, to);
    shares[placeOf(from, to)] = WEIGHT;
  };
}
