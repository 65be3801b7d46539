import type { Fraction } from "./Fraction.ts";

/** The part of such a share that one of several has by its weight, rounded down once: `⌊amount × rate × weight ÷ all weights⌋`. */
export function partOf(
  amount: bigint,
  { numerator, denominator }: Fraction,
  weight: number,
  all: number,
): bigint {
  return (amount * numerator * BigInt(weight)) / (denominator * BigInt(all));
}
