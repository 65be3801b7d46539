import type { Ppm } from "../money/ppm.ts";
import { scaledRate } from "./scaledRate.ts";
import { NOT_PAID, type Role } from "./Terms.ts";

/** A role's rate without anybody's additions; undefined where it earns nothing on the kind. */
export function baseRateOf(role: Role, commission: Ppm, kind: number): Ppm | undefined {
  const base = role.rates[kind] ?? NOT_PAID;
  return base === NOT_PAID ? undefined : scaledRate(role, commission, base);
}
