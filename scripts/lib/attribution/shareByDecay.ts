import { DECAY_STEPS, decayTable, MOST_HALVINGS } from "./decayTable.ts";
import { largestRemainder } from "./largestRemainder.ts";
import type { ShareTouches } from "./Touches.ts";

/**
 * Each touch has the part 2^(-age ÷ half-life). Ages count from the path's last touch: that leaves the proportions as they are, and
 * the last touch always has the whole part. With a = age, h = half-life in seconds:
 *
 * halvings = ⌊a ÷ h⌋, step = ⌊(a mod h) × 2^20 ÷ h⌋, part = ⌊coarse[⌊step ÷ 1024⌋] × fine[step mod 1024] ÷ divisor[halvings]⌋
 */
export function shareByDecay(halfLife: number): ShareTouches {
  const { coarse, fine, divisors } = decayTable();
  let parts = new Float64Array(64);
  const partOf = (age: number): number => {
    const rest = age % halfLife;
    const halvings = (age - rest) / halfLife;
    if (halvings > MOST_HALVINGS) return 0;
    const step = Math.floor((rest * (DECAY_STEPS * DECAY_STEPS)) / halfLife);
    const product = (coarse[step >> 10] as number) * (fine[step & (DECAY_STEPS - 1)] as number);
    return Math.floor(product / (divisors[halvings] as number));
  };
  return ({ ages }, from, to, shares) => {
    if (to > parts.length) parts = new Float64Array(2 * to);
    const newest = ages[to - 1] as number;
    for (let index = from; index < to; index += 1) {
      parts[index] = partOf((ages[index] as number) - newest);
    }
    largestRemainder(parts, from, to, shares);
  };
}
