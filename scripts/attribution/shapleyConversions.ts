import type { CountedPaths } from "./CountedPaths.ts";
import { channelsOnce } from "./channelsOnce.ts";
import type { ShapleyValues } from "./ShapleyValues.ts";

/**
 * Shapley values where a coalition of channels is worth the sales on paths that it covers alone. Such a game is the sum
 * of one for each path, which its channels win only together: each of them gets the same part of its sales. So the
 * values need no coalitions and no limit, and are fractions over the path lengths' least common multiple.
 *
 * They add up to all sales on paths; a path without a channel counts for nobody.
 */
export function shapleyConversions(paths: CountedPaths): ShapleyValues {
  const { channels, conversions } = paths;
  /** The sales of each channel on paths of as many channels, by that number. */
  const won = new Map<number, Float64Array>();
  channelsOnce(paths, (path, found, size) => {
    const sales = conversions[path] as number;
    if (sales === 0) return;
    let bySize = won.get(size);
    if (bySize === undefined) {
      bySize = new Float64Array(channels);
      won.set(size, bySize);
    }
    for (let place = 0; place < size; place += 1) {
      const channel = found[place] as number;
      bySize[channel] = (bySize[channel] as number) + sales;
    }
  });
  won.delete(0);
  const whole = [...won.keys()].reduce(
    (multiple, size) => leastMultiple(multiple, BigInt(size)),
    1n,
  );
  const parts = Array.from({ length: channels }, () => 0n);
  for (const [size, sales] of won) {
    for (const [channel, count] of sales.entries()) {
      parts[channel] = (parts[channel] ?? 0n) + (BigInt(count) * whole) / BigInt(size);
    }
  }
  return { parts, whole };
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}
