import type { Ppm } from "../money/ppm.ts";
import { NOT_PAID, type Role } from "./Terms.ts";

/** A role's rate without anybody's additions and before commission; undefined where it earns nothing on the kind. */
export function baseRateOf({ rates, ceiling }: Role, kind: number): Ppm | undefined {
  const base = rates[kind] ?? NOT_PAID;
  return base === NOT_PAID ? undefined : Math.min(ceiling, base);
}
