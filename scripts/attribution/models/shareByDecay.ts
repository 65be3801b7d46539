import { DECAY_STEPS, decayTable, MOST_HALVINGS } from "./decayTable.ts";
import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTimes } from "./Touches.ts";

/**
 * Each touch has the part 2^(-age ÷ half-life). Ages count from the path's last touch: that leaves the proportions as they are, and
 * the last touch always has the whole part. With a = age, h = half-life in seconds:
 *
 * halvings = ⌊a ÷ h⌋, step = ⌊(a mod h) × 2^20 ÷ h⌋, part = ⌊coarse[⌊step ÷ 1024⌋] × fine[step mod 1024] ÷ divisor[halvings]⌋
 */
export function shareByDecay(halfLife: number): ShareTimes {
  const { coarse, fine, divisors } = decayTable();
  let parts = new Float64Array(64);
  const partOf = (age: number): number => {
    const halvings = Math.floor(age / halfLife);
    if (halvings > MOST_HALVINGS) return 0;
    const rest = age - halvings * halfLife;
    const step = Math.floor((rest * (DECAY_STEPS * DECAY_STEPS)) / halfLife);
    const product = (coarse[step >> 10] as number) * (fine[step & (DECAY_STEPS - 1)] as number);
    return Math.floor(product / (divisors[halvings] as number));
  };
  return ({ seconds }, from, to, shares) => {
    if (to > parts.length) parts = new Float64Array(seconds.length);
    const newest = seconds[to - 1] as number;
    for (let index = from; index < to; index += 1) {
      parts[index] = partOf(newest - (seconds[index] as number));
    }
    largestRemainder(parts, from, to, shares);
  };
}
