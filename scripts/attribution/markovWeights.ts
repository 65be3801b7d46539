import { largestRemainderWide } from "./largestRemainderWide.ts";

/** Effects count to twelve decimals: below that, two equal channels could differ by how a double rounds. */
const PLACES = 1e12;

/** The weights of a period by removal effects; they add up to `WEIGHT`. At least one effect must be above 0. */
export function markovWeights(effects: Float64Array): number[] {
  return largestRemainderWide(Array.from(effects, (effect) => BigInt(Math.round(effect * PLACES))));
}
