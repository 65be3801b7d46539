import fc from "fast-check";
import type { CountedPaths } from "../../scripts/attribution/CountedPaths.ts";

/** One row of paths as tests write them. */
export interface Path {
  readonly steps: readonly number[];
  readonly conversions: number;
  readonly nulls: number;
}

/** Paths over `channels` channels at most, of which at least one ended in a sale. */
export function aPathTable(channels: number): fc.Arbitrary<Path[]> {
  const path = fc.record({
    steps: fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 6 }),
    conversions: fc.nat(4),
    nulls: fc.nat(4),
  });
  return fc
    .array(path, { minLength: 1, maxLength: 10 })
    .filter((paths) => paths.some(({ conversions }) => conversions > 0));
}

export function toCounted(channels: number, paths: readonly Path[]): CountedPaths {
  let end = 0;
  return {
    channels,
    steps: Int32Array.from(paths.flatMap(({ steps }) => steps)),
    ends: Int32Array.from(paths, ({ steps }) => {
      end += steps.length;
      return end;
    }),
    conversions: Float64Array.from(paths, ({ conversions }) => conversions),
    nulls: Float64Array.from(paths, ({ nulls }) => nulls),
  };
}
