import { type Ppm, WHOLE } from "../money/ppm.ts";
import type { Fraction } from "./Fraction.ts";
import type { Role } from "./Terms.ts";

/** A rate as it counts, exact: `min(ceiling, rate) × commission`. */
export function scaledRate({ ceiling }: Role, commission: Ppm, rate: Ppm): Fraction {
  const numerator = BigInt(Math.min(ceiling, rate)) * BigInt(commission);
  return { numerator, denominator: WHOLE * WHOLE };
}
