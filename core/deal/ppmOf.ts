import { type Ppm, WHOLE } from "../money/ppm.ts";
import type { Fraction } from "./Fraction.ts";

/** What people are shown of an exact rate: the whole parts per million in it, `⌊numerator × 10⁶ ÷ denominator⌋`. */
export function ppmOf({ numerator, denominator }: Fraction): Ppm {
  return Number((numerator * WHOLE) / denominator);
}
