import { divideUp } from "./divideUp.ts";

/**
 * What of a line is reversed in all once `refunded` of its sale is. It telescopes: what one more
 * refund takes back is the step by which this grows, and a full refund takes the whole line.
 */
export function reverseLine(line: bigint, refunded: bigint, sale: bigint): bigint {
  return divideUp(line * refunded, sale);
}
