import { type Ppm, WHOLE } from "../money/ppm.ts";
import { shareOf } from "./shareOf.ts";

/** The part of such a share that one of several has by its weight: `⌊amount × rate × weight ÷ all weights⌋`. */
export function partOf(amount: bigint, rate: Ppm, weight: number, all: number): bigint {
  // Where a role is played alone its weight is the whole of it.
  if (all === weight) return shareOf(amount, rate);
  return (amount * BigInt(rate) * BigInt(weight)) / (WHOLE * BigInt(all));
}
