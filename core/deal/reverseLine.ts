import { ceilDiv } from "../money/ceilDiv.ts";

/**
 * What of a line is reversed in all once so much of its sale is refunded: `⌈line × refunded ÷ sale⌉`. It telescopes: what
 * one more refund takes back is the step by which this grows, and a full refund takes the whole line.
 */
export function reverseLine(line: bigint, refunded: bigint, sale: bigint): bigint {
  return ceilDiv(line * refunded, sale);
}
