import type { Ppm } from "../money/ppm.ts";
import { addedBy, type RateInputs } from "./bonuses.ts";
import type { Fraction } from "./Fraction.ts";
import { scaledRate } from "./scaledRate.ts";
import { NOT_PAID, type Role } from "./Terms.ts";
import { entryOfYear } from "./years.ts";

/**
 * The rate of one credit, exact:
 *
 *     min( ceiling, base[kind] + tier + tenure + bonuses ) × commission
 *
 * Undefined where the role earns nothing on that kind, whatever its additions are.
 */
export function rateOf(role: Role, commission: Ppm, inputs: RateInputs): Fraction | undefined {
  const base = role.rates[inputs.kind] ?? NOT_PAID;
  if (base === NOT_PAID) return undefined;
  const tier = role.tiers[inputs.tier] ?? 0;
  const tenure = entryOfYear(role.tenure, inputs.joined, inputs.time);
  return scaledRate(role, commission, base + tier + tenure + addedBy(role, inputs));
}
