import type { CountedPaths } from "../../scripts/attribution/CountedPaths.ts";
import { createNumbers } from "./createNumbers.ts";

/** Paths of five touches on average, one in five ending in a sale, the same each time; some channels are far more usual. */
export function createPaths(channels: number, paths: number): CountedPaths {
  const below = createNumbers(20_260_101);
  const steps: number[] = [];
  const ends = new Int32Array(paths);
  const conversions = new Float64Array(paths);
  const nulls = new Float64Array(paths);
  for (let path = 0; path < paths; path += 1) {
    do steps.push(Math.min(below(channels), below(channels)));
    while (below(5) > 0);
    ends[path] = steps.length;
    conversions[path] = below(5) === 0 ? 1 : 0;
    nulls[path] = 1 - (conversions[path] ?? 0);
  }
  return { channels, steps: Int32Array.from(steps), ends, conversions, nulls };
}
