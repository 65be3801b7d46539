import { ONE } from "./constants.ts";
import type { Ppm, Role, Terms } from "./terms.ts";

/** A role's rate without anybody's additions; undefined where it earns nothing on the kind. */
export function baseRateOf({ commission }: Terms, role: Role, kind: number): Ppm | undefined {
  const base = role.rates[kind];
  if (base === undefined) return undefined;
  return Math.floor((Math.min(role.ceiling, base) * commission) / ONE);
}
