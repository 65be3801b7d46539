import type { Ppm } from "../money/ppm.ts";
import { mostAdded } from "./bonuses.ts";
import type { Fraction } from "./Fraction.ts";
import { scaledRate } from "./scaledRate.ts";
import { NOT_PAID, type Role } from "./Terms.ts";

/** The most that one credit of a role can ever have on a kind: each addition at its highest. */
export function highestRate(role: Role, commission: Ppm, kind: number): Fraction {
  const base = role.rates[kind] ?? NOT_PAID;
  if (base === NOT_PAID) return scaledRate(role, commission, 0);
  const tier = Math.max(0, ...role.tiers);
  const tenure = Math.max(0, ...role.tenure);
  return scaledRate(role, commission, base + tier + tenure + mostAdded(role));
}
