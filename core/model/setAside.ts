import { WHOLE } from "./constants.ts";
import { divideUp } from "./divideUp.ts";
import type { Ppm } from "./terms.ts";

/**
 * What a sale brings for its standing lines: never less than what it adds to their earnings of a
 * period, which are rounded down, whatever else the period holds.
 */
export function setAside(amount: bigint, standingRate: Ppm): bigint {
  return divideUp(amount * BigInt(standingRate), WHOLE);
}
