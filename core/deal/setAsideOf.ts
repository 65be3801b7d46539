import { ceilDiv } from "../money/ceilDiv.ts";
import { type Ppm, WHOLE } from "../money/ppm.ts";

/**
 * What a sale sets aside for its standing lines: `⌈amount × Σ standing rates⌉`. Never less than what it adds to their
 * earnings of a period, which are rounded down, whatever else the period holds.
 */
export function setAsideOf(amount: bigint, standingRate: Ppm): bigint {
  return ceilDiv(amount * BigInt(standingRate), WHOLE);
}
