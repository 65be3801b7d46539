import { ONE } from "../text/parsePercentage.ts";
import { NOT_PAID, type Role } from "./ParsedTerms.ts";

/** The most that one credit of a role can earn on a kind, ppm. */
export function highestRate(role: Role, kind: number, commission: number): number {
  const base = role.rates[kind] ?? NOT_PAID;
  if (base === NOT_PAID) return 0;
  const sum =
    base +
    Math.max(0, ...role.tiers) +
    Math.max(0, ...role.tenure) +
    (role.network.every > 0n ? role.network.max : 0) +
    (role.volume.every > 0n ? role.volume.max : 0);
  return scaledRate(sum, role, commission);
}

/** A rate below the role's ceiling, of the commission. */
export function scaledRate(rate: number, { ceiling }: Role, commission: number): number {
  return Math.floor((Math.min(rate, ceiling) * commission) / ONE);
}
