import { type Ppm, WHOLE } from "../money/ppm.ts";

/** The part of an amount that a rate is, in the amount's unit: `⌊amount × rate⌋`. */
export function shareOf(amount: bigint, rate: Ppm): bigint {
  return (amount * BigInt(rate)) / WHOLE;
}
