import { largestRemainderWide } from "./largestRemainderWide.ts";
import type { ShapleyValues } from "./ShapleyValues.ts";

/**
 * The weights of a period by Shapley values; they add up to `WEIGHT`. A value below 0 counts as 0: a weight cannot take
 * money away. At least one value must be above 0.
 */
export function shapleyWeights({ parts }: ShapleyValues): number[] {
  return largestRemainderWide(parts.map((part) => (part > 0n ? part : 0n)));
}
